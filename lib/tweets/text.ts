import type { Entities } from '@/lib/tweets/schema'

/** What twitter-text lets stand in a hashtag beside letters, marks and digits: joiners and a few scripts' own punctuation. */
const SPECIAL = '_\\u200c\\u200d\\ua67e\\u05be\\u05f3\\u05f4\\uff5e\\u301c\\u309b\\u309c\\u30a0\\u30fb\\u3003\\u0f0b\\u0f0c\\u00b7'
/** Emoji modifiers that Unicode counts among the marks. */
const EMOJI_MARK = '\\ufe0e\\ufe0f\\u20e3'
const TAG_CHARACTER = `(?:(?![${EMOJI_MARK}])[\\p{L}\\p{M}\\p{Nd}${SPECIAL}])`

const OTHER = new RegExp(`(?!${TAG_CHARACTER}).`, 'gsu')

const HASHTAG = new RegExp(`(?<![&]|${TAG_CHARACTER})[#＃](${TAG_CHARACTER}+)(?!${TAG_CHARACTER}|[#＃]|:\\/\\/)`, 'gu')
const MENTION = /(?<![A-Za-z0-9_/@＠])[@＠]([A-Za-z0-9_]{3,20})(?![A-Za-z0-9_@＠\p{M}]|\p{Script=Latin}|:\/\/)/gu
const URL_PATTERN =
  /(?<![\w@＠])https?:\/\/[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}.-]*(?::\d{1,5})?(?:[/?#][\p{Script=Latin}\p{Script=Cyrillic}\p{M}\d!#$%&'()*+,\-./:;=?@[\]_~|]*)?/giu

const HASHTAG_MAX_CHARACTERS = 100

type Span = { start: number; end: number }

/**
 * The hashtags, mentions and links in a text, by the grammar of twitter-text: in order, never overlapping, with UTF-16 offsets.
 * A mention is anything that could be one; whether such a person exists is not asked.
 */
export function findEntities(text: string): Entities {
  const urls = [...text.matchAll(URL_PATTERN)].flatMap(toUrl)
  const outside = ({ start, end }: Span) => !urls.some((url) => start < url.end && end > url.start)
  const hashtags = [...text.matchAll(HASHTAG)].flatMap(toHashtag).filter(outside)
  const mentions = [...text.matchAll(MENTION)].map((match) => ({ username: match[1] ?? '', ...spanOf(match) })).filter(outside)
  return { hashtags, mentions, urls }
}

/** The key of a hashtag: what its word is whoever typed it, and in whatever Unicode form. Null when it is no hashtag. */
export function hashtagKey(word: string): string | null {
  const tag = `#${word.normalize('NFC').replace(/^[#＃]/, '')}`
  const [hashtag] = findEntities(tag).hashtags
  return hashtag?.start === 0 && hashtag.end === tag.length ? hashtag.word : null
}

function toHashtag(match: RegExpExecArray): Entities['hashtags'] {
  // Lower case can undo NFKC and the reverse ("İ", "ϓ"), so the two are applied until nothing changes.
  const word = fold(fold(match[1] ?? ''))
  if (!/\p{L}/u.test(word) || [...word].length > HASHTAG_MAX_CHARACTERS) return []
  return [{ word, ...spanOf(match) }]
}

/** NFKC unfolds some letters into several, with spaces between ("ﷺ"); what can't stand in a hashtag goes, so that the key is one. */
function fold(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(OTHER, '').normalize('NFKC')
}

function toUrl(match: RegExpExecArray): Entities['urls'] {
  const url = withoutTail(match[0])
  if (!URL.canParse(url) || !new URL(url).hostname.includes('.')) return []
  return [{ url, display: shorten(url), start: match.index, end: match.index + url.length }]
}

/** Punctuation at the end belongs to the sentence, and so does a bracket that the link does not open. */
function withoutTail(url: string): string {
  for (;;) {
    const last = url.at(-1) ?? ''
    const unopened = (last === ')' && count(url, '(') < count(url, ')')) || (last === ']' && count(url, '[') < count(url, ']'))
    if (!/[.,:;!?'|*_~-]/.test(last) && !unopened) return url
    url = url.slice(0, -1)
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

function shorten(url: string): string {
  const short = url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
  const characters = [...short]
  return characters.length > 32 ? `${characters.slice(0, 31).join('')}…` : short
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length }
}
