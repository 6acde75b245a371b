import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText } from '@/lib/text'
import { findEntities, findToken, hashtagKey } from '@/lib/tweets/text'

/** Text of the pieces that the grammar is about, in any order, and anything else between them. */
const anything = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '#',
        '＃',
        '@',
        '＠',
        'http://',
        'https://',
        '://',
        'a.b',
        '.',
        '/',
        '&',
        '_',
        ' ',
        '\n',
        '(',
        ')',
        '日本',
        'é',
        'e\u0301',
      ),
      // Joiners, controls of direction, what is not seen, emoji of many code points, letters of two code units and halves of them.
      fc.constantFrom(
        '\u202e',
        '\u2066',
        '\u2069',
        '\u200f',
        '\u034f',
        '\u3164',
        '\u{e0100}',
        '𠮷',
        '𝒜',
        '🏳️‍🌈',
        '👍🏽',
        '🇸🇪',
        '1️⃣',
        '\ud83d',
        '\udc26',
      ),
      fc.constantFrom(
        'می\u200cخواهم',
        'क्\u200dष',
        'ไทย',
        '한글',
        'пт',
        'e\u0323\u0301',
        ']',
        '[',
        '?',
        '=',
        ':8080',
        '…',
        "'",
        '#tag',
        '@ada',
      ),
      fc.constantFrom('ada', 'ñandú', '1', '\ufe0f', '\u20e3', '\u200d', '\u200c', '·', '～', 'ﷺ', 'İ', 'ẞ', 'ϓ', 'ﬁ', '゛', '👨‍👩‍👧'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''))

/** A letter, mark or digit of any script, or what else may stand in a hashtag. */
const tagCharacter = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((character) => /[\p{L}\p{M}\p{Nd}]/u.test(character)),
    fc.constantFrom('_', '·', '～', '〜', '・', '゛', '\u200d', '\u200c', '׳', 'ﷺ', 'ﹰ', 'ͺ', 'İ', 'ϓ', 'ß', 'Ω', 'ﬁ', '１'),
    fc.constantFrom(...'abcXYZ019'),
  )
  .filter((character) => !/[\ufe0e\ufe0f\u20e3]/.test(character))
const tag = fc.array(tagCharacter, { minLength: 1, maxLength: 30 }).map((characters) => characters.join(''))

type Spans = { start: number; end: number }[]

/** All that was found in a text, in the order in which it stands there. */
function found(text: string): Spans {
  const { hashtags, mentions, urls } = findEntities(text)
  return [...hashtags, ...mentions, ...urls].toSorted((a, b) => a.start - b.start)
}

/** Whether a place in a text stands between the halves of one character. */
function splits(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))
}

describe('findEntities', () => {
  it('answers for any text: in order and never overlapping', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { hashtags, mentions, urls } = findEntities(text)
        for (const list of [hashtags, mentions, urls]) expect(list).toEqual(list.toSorted((a, b) => a.start - b.start))
        for (const [index, span] of found(text).entries()) {
          expect(span.start).toBeGreaterThanOrEqual(found(text)[index - 1]?.end ?? 0)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('finds pieces that join back to the text, each of them what it is said to be and no half character', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const ends = [0, ...found(text).flatMap(({ start, end }) => [start, end]), text.length]
        expect(
          ends
            .slice(1)
            .map((end, index) => text.slice(ends[index], end))
            .join(''),
        ).toBe(text)
        expect(ends.some((end) => splits(text, end))).toBe(false)
        const { hashtags, mentions, urls } = findEntities(text)
        for (const { start, end, word } of hashtags) expect(hashtagKey(text.slice(start, end))).toBe(word)
        for (const { start, end, username } of mentions) expect(text.slice(start, end)).toMatch(new RegExp(`^[@＠]${username}$`))
        for (const { start, end, url } of urls) {
          expect(text.slice(start, end)).toBe(url)
          expect(new URL(url).protocol).toMatch(/^https?:$/)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('finds in the stored form what it finds in any other', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const [stored, typed] = [normaliseText(text), text].map((form) => findEntities(form).hashtags.map(({ word }) => word))
        expect(stored).toEqual(typed)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    '#',
    '＃',
    '@',
    '@a',
    '#a',
    '#a#',
    '#a ',
    '@ada ',
    'a',
    '日',
    '日#',
    '#\u0301',
    'http://',
    'http://a',
    'http://a.',
    'http://a.b/ #a ',
    'https://a.b/.',
    'https://a.b/日',
    'a.',
    '(',
    ')',
    ']',
    '/',
    '//',
    '#\u200d',
    '\u200c\u0301',
    '#_',
    '#1',
    '%',
    '=@',
    '🐦',
    '\ud83d',
  ])('takes time in proportion to 100,000 characters of %j', (piece) => {
    for (const before of ['', '#', '@', 'https://a.b/', 'https://a.b/日', 'https://', '#ی']) {
      const text = `${before}${piece.repeat(100_000)}`.slice(0, 100_000)
      const start = performance.now()
      findEntities(`${text}!`)
      findToken(text, text.length)
      expect(performance.now() - start, before).toBeLessThan(2_000)
    }
  })
})

describe('hashtagKey', () => {
  it('is the same in every Unicode form, is itself a hashtag, and is its own key', () => {
    fc.assert(
      fc.property(tag, (word) => {
        const key = hashtagKey(word)
        for (const form of ['NFC', 'NFD'] as const) expect(hashtagKey(word.normalize(form))).toBe(key)
        // The compatibility forms of some letters hold spaces; where they don't, it is the same hashtag.
        const compatible = [hashtagKey(word.normalize('NFKC')), hashtagKey(word.normalize('NFKD'))]
        for (const other of compatible) if (other !== null) expect(other).toBe(key)
        if (key === null) return
        expect(hashtagKey(key)).toBe(key)
        expect([...key].length).toBeLessThanOrEqual(100)
      }),
      { numRuns: 5_000 },
    )
  })

  it('is the same in lower case, and in capitals that have the same lower case', () => {
    fc.assert(
      fc.property(tag, (word) => {
        const key = hashtagKey(word)
        expect(hashtagKey(word.toLowerCase())).toBe(key)
        if (word.toUpperCase().toLowerCase() === word.toLowerCase()) expect(hashtagKey(word.toUpperCase())).toBe(key)
      }),
      { numRuns: 5_000 },
    )
  })

  it('holds nothing that is not seen, but for joiners in scripts that need them', () => {
    fc.assert(
      fc.property(tag, (word) => {
        const unseen = hashtagKey(word)?.match(/\p{Default_Ignorable_Code_Point}/gu) ?? []
        expect(unseen.filter((character) => !'\u200c\u200d'.includes(character))).toEqual([])
        expect(hashtagKey(word.replace(/[^A-Za-z\u200c\u200d]/g, '')) ?? '').not.toMatch(/[\u200c\u200d]/)
      }),
      { numRuns: 2_000 },
    )
  })

  it('gives the word that the text gives', () => {
    fc.assert(
      fc.property(tag, (word) => {
        const [hashtag] = findEntities(normaliseText(`#${word}`)).hashtags
        expect(hashtagKey(word)).toBe(hashtag?.word ?? null)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('findToken', () => {
  it.each([
    ['#|', 'hashtag', '', 0, 1],
    ['@|', 'mention', '', 0, 1],
    ['＃日|', 'hashtag', '日', 0, 2],
    ['Look: @ad|', 'mention', 'ad', 6, 9],
    ['Look: @ad|a and', 'mention', 'ad', 6, 10],
    ['#da|wn #chorus', 'hashtag', 'da', 0, 5],
    ['#dawn #|chorus', 'hashtag', '', 6, 13],
    ['🐦 #bi|', 'hashtag', 'bi', 3, 6],
    ['日@ad|', 'mention', 'ad', 1, 4],
    ['(@ad|)', 'mention', 'ad', 1, 4],
    ['https://a.b/ #t|', 'hashtag', 't', 13, 15],
  ])('finds in %j what is being written', (marked, kind, prefix, start, end) => {
    const caret = marked.indexOf('|')
    expect(findToken(marked.replace('|', ''), caret)).toEqual({ kind, prefix, start, end })
  })

  it.each([
    '|',
    '|#tag',
    '|@ada',
    '#tag |',
    'a#t|',
    'a@b|',
    '@@a|',
    '/@a|',
    '&#x|',
    '@ada.|',
    '# t|',
    'https://a.b/#t|',
    'https://a.b/@a|',
    'https://a.b/日/#t|',
    `@${'a'.repeat(21)}|`,
    `#${'a'.repeat(101)}|`,
    '\ud83d|',
  ])('finds nothing in %j', (marked) => {
    expect(findToken(marked.replace('|', ''), marked.indexOf('|'))).toBeNull()
  })

  it('finds what ends at the caret, whole characters, and a hashtag or mention of the text once it is written', () => {
    fc.assert(
      fc.property(anything, fc.nat(), (text, at) => {
        const caret = at % (text.length + 1)
        const token = findToken(text, caret)
        if (!token || splits(text, caret)) return
        expect(text.slice(token.start + 1, caret)).toBe(token.prefix)
        expect(text.charAt(token.start)).toMatch(token.kind === 'hashtag' ? /[#＃]/ : /[@＠]/)
        expect(splits(text, token.start) || splits(text, token.end)).toBe(false)
        const chosen = `${text.slice(0, token.start + 1)}linnet ${text.slice(token.end)}`
        const { hashtags, mentions } = findEntities(chosen)
        const written = token.kind === 'hashtag' ? hashtags : mentions
        expect(written.map(({ start }) => start)).toContain(token.start)
      }),
      { numRuns: 5_000 },
    )
  })

  it('finds every hashtag and mention of a text with the caret at its end', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { hashtags, mentions } = findEntities(text)
        for (const { start, end } of [...hashtags, ...mentions])
          if (end - start <= 100) expect(findToken(text, end)).toMatchObject({ start, end, prefix: text.slice(start + 1, end) })
      }),
      { numRuns: 2_000 },
    )
  })
})
