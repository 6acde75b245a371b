import type { Entities } from '@/lib/tweets/schema'

/** What twitter-text lets stand in a hashtag beside letters, marks and digits: joiners and a few scripts' own punctuation. */
const SPECIAL = '_\\u200c\\u200d\\ua67e\\u05be\\u05f3\\u05f4\\uff5e\\u301c\\u309b\\u309c\\u30a0\\u30fb\\u3003\\u0f0b\\u0f0c\\u00b7'
/** Emoji modifiers that Unicode counts among the marks. */
const EMOJI_MARK = '\\ufe0e\\ufe0f\\u20e3'
const TAG_CHARACTER = `(?:(?![${EMOJI_MARK}])[\\p{L}\\p{M}\\p{Nd}${SPECIAL}])`
/** The scripts that put no spaces between words. */
const UNSPACED = ['Han', 'Hira', 'Kana', 'Bopo', 'Thai', 'Laoo', 'Khmr', 'Mymr'].map((script) => `\\p{scx=${script}}`).join('')

const HASHTAG_START = `(?<![&]|${TAG_CHARACTER})[#＃]`
const HASHTAG = new RegExp(`${HASHTAG_START}(${TAG_CHARACTER}+)(?!${TAG_CHARACTER}|[#＃]|:\\/\\/)`, 'gu')
const MENTION_START = `(?<![/@＠]|(?![${UNSPACED}${EMOJI_MARK}])[\\p{L}\\p{M}\\p{Nd}_])[@＠]`
const MENTION = new RegExp(`${MENTION_START}([A-Za-z0-9_]{3,20})(?![A-Za-z0-9_@＠\\p{M}]|\\p{Script=Latin}|:\\/\\/)`, 'gu')

// A part of a host that begins in a script with spaces ends where one without begins: "https://example.orgを見て".
const HOST_CHARACTER = '[\\p{L}\\p{N}\\p{M}_-]'
const HOST_PART = `(?:[${UNSPACED}]${HOST_CHARACTER}*|(?:(?![${UNSPACED}])${HOST_CHARACTER})+)`
const PATH_CHARACTER = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{M}\\d!#$%&'()*+,\\-./:;=?@[\\]_~|]"
const LINK = new RegExp(
  `(?<![\\w@＠])https?:\\/\\/${HOST_PART}(?:\\.${HOST_PART})*(?::\\d{1,5}(?!\\d))?(?<path>[/?#]${PATH_CHARACTER}*)?`,
  'giu',
)
/** What may still be of a link that ends, for us, before a letter of another script. */
const LINK_REST = /(?=[\p{L}\p{Nd}])(?:[\p{L}\p{M}\p{Nd}%_~+/?=&#-]|(?<=[/?=&#])[@＠])*/uy

const HASHTAG_MAX_CHARACTERS = 100

type Span = { start: number; end: number }

/**
 * The hashtags, mentions and links in a text, by the grammar of twitter-text: in order, never overlapping, with UTF-16 offsets.
 * A mention is anything that could be one; whether such a person exists is not asked.
 */
export function findEntities(text: string): Entities {
  const links = findLinks(text)
  const hashtags = [...text.matchAll(HASHTAG)].flatMap(toHashtag).filter(outside(links))
  const mentions = [...text.matchAll(MENTION)].map((match) => ({ username: match[1] ?? '', ...spanOf(match) })).filter(outside(links))
  return { hashtags, mentions, urls: links.flatMap(({ url, start }) => (url === null ? [] : [toUrl(url, start)])) }
}

/** The key of a hashtag: what its word is whoever typed it, and in whatever Unicode form. Null when it is no hashtag. */
export function hashtagKey(word: string): string | null {
  const tag = `#${word.normalize('NFC').replace(/^[#＃]/, '')}`
  const [hashtag] = findEntities(tag).hashtags
  return hashtag?.start === 0 && hashtag.end === tag.length ? hashtag.word : null
}

/** What is being written: the hashtag or mention around a caret, and as much of its word as stands before the caret. */
export type Token = Span & { kind: 'hashtag' | 'mention'; prefix: string }

const HASHTAG_BEFORE = new RegExp(`${HASHTAG_START}(${TAG_CHARACTER}{0,${HASHTAG_MAX_CHARACTERS}})$`, 'u')
const MENTION_BEFORE = new RegExp(`${MENTION_START}([A-Za-z0-9_]{0,20})$`, 'u')
const HASHTAG_AFTER = new RegExp(`${TAG_CHARACTER}*`, 'uy')
const MENTION_AFTER = /[A-Za-z0-9_]*/y

/** The hashtag or mention that is being written at the caret, if one is; inside a link there is none. */
export function findToken(text: string, caret: number): Token | null {
  // More than a hashtag of astral letters and what stands before it.
  const before = text.slice(Math.max(0, caret - 2 * HASHTAG_MAX_CHARACTERS - 3), caret)
  const hashtag = HASHTAG_BEFORE.exec(before)
  const match = hashtag ?? MENTION_BEFORE.exec(before)
  if (!match) return null
  const span = { start: caret - match[0].length, end: endOf(hashtag ? HASHTAG_AFTER : MENTION_AFTER, text, caret) }
  if (!findLinks(text).every((link) => span.start >= link.end || caret <= link.start)) return null
  return { kind: hashtag ? 'hashtag' : 'mention', prefix: match[1] ?? '', ...span }
}

function toHashtag(match: RegExpExecArray): Entities['hashtags'] {
  // Lower case can undo NFKC and the reverse ("İ", "ϓ"), so the two are applied until nothing changes.
  const word = fold(fold(match[1] ?? ''))
  if (!/\p{L}/u.test(word) || [...word].length > HASHTAG_MAX_CHARACTERS) return []
  return [{ word, ...spanOf(match) }]
}

const UNSEEN = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu
const OTHER = new RegExp(`(?!${TAG_CHARACTER}).`, 'gsu')
/** Arabic letters that join what follows them. */
const JOINING =
  '[\\u0620\\u0626\\u0628\\u062a-\\u062e\\u0633-\\u063f\\u0641-\\u0647\\u0649\\u064a\\u066e\\u066f\\u0678-\\u0687\\u069a-\\u06bf\\u06c1\\u06c2\\u06cc\\u06ce\\u06d0\\u06d1\\u06fa-\\u06fc\\u06ff]'
/** The signs that take the vowel from a letter of an Indic script. */
const VIRAMA = '[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca]'
const ARABIC_JOINER = `(?<=${JOINING}\\p{M}*)\\u200c\\p{M}*(?![\\u0621\\u0674\\u06e5\\u06e6])(?=\\p{L})[\\u0620-\\u06ff]`
const INDIC_JOINER = `(?<=${VIRAMA})[\\u200c\\u200d](?=\\p{L})[\\u0900-\\u0dff]`
/** Joiners that change nothing one could see: all but those that RFC 5892 lets stand in a name. */
const IDLE_JOINER = new RegExp(`(?!${ARABIC_JOINER}|${INDIC_JOINER})[\\u200c\\u200d]`, 'gu')

/**
 * NFKC and lower case without what is not seen, so that two tags that look the same have one key. NFKC unfolds some letters into several,
 * with spaces between ("ﷺ"); what can't stand in a hashtag goes.
 */
function fold(word: string): string {
  return (
    word
      .normalize('NFKC')
      // Of the two small sigmas the one that its place asks for.
      .replace(/[ςσ]/g, 'Σ')
      .toLowerCase()
      .replace(UNSEEN, '')
      .replace(OTHER, '')
      .replace(/([\u200c\u200d])[\u200c\u200d]+/g, '$1')
      .replace(IDLE_JOINER, '')
      .normalize('NFKC')
  )
}

/** A link and all that is kept from being anything else because of it; no url where there is none that leads anywhere. */
type Link = Span & { url: string | null }

function findLinks(text: string): Link[] {
  return [...text.matchAll(LINK)].flatMap((match): Link[] => {
    const url = withoutTail(match[0])
    if (!URL.canParse(url) || !new URL(url).hostname.includes('.')) return []
    const { start, end } = spanOf(match)
    const rest = match.groups?.path ? endOf(LINK_REST, text, end) : end
    return [{ url, start, end: rest > end ? rest : start + url.length }]
  })
}

function toUrl(url: string, start: number): Entities['urls'][number] {
  return { url, display: shorten(url), start, end: start + url.length }
}

/** Punctuation at the end belongs to the sentence, and so does a bracket that the link does not open. */
function withoutTail(url: string): string {
  const unopened = { ')': count(url, ')') - count(url, '('), ']': count(url, ']') - count(url, '[') }
  let end = url.length
  for (; end > 0; end--) {
    const last = url.charAt(end - 1)
    if (last === ')' || last === ']') {
      if (unopened[last] <= 0) break
      unopened[last]--
    } else if (!/[.,:;!?'|*_~-]/.test(last)) break
  }
  return url.slice(0, end)
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

function shorten(url: string): string {
  const short = url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
  const characters = [...short]
  return characters.length > 32 ? `${characters.slice(0, 31).join('')}…` : short
}

/** Whether a span stands clear of the links; asked of one span after the other, from the first to the last. */
function outside(links: Link[]): (span: Span) => boolean {
  let next = 0
  return ({ start, end }) => {
    while ((links[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    return end <= (links[next]?.start ?? Number.POSITIVE_INFINITY)
  }
}

function endOf(sticky: RegExp, text: string, from: number): number {
  sticky.lastIndex = from
  return from + (sticky.exec(text)?.[0].length ?? 0)
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length }
}
