import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText } from '@/lib/text'
import { findEntities, hashtagKey } from '@/lib/tweets/text'

const words = (text: string) => findEntities(text).hashtags.map(({ word }) => word)
const usernames = (text: string) => findEntities(text).mentions.map(({ username }) => username)
const urls = (text: string) => findEntities(text).urls.map(({ url }) => url)

/** Text of the pieces that the grammar is about, in any order, and anything else between them. */
const tweet = fc
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
      fc.constantFrom('ada', 'ñandú', '1', '\ufe0f', '\u20e3', '\u200d', '\u200c', '·', '～', 'ﷺ', 'İ', 'ẞ', 'ϓ', 'ﬁ', '゛', '👨‍👩‍👧'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => normaliseText(pieces.join('')))

/** A letter, mark or digit of any script, or what else may stand in a hashtag. */
const tagCharacter = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((character) => /[\p{L}\p{M}\p{Nd}]/u.test(character)),
    fc.constantFrom('_', '·', '～', '〜', '・', '゛', '\u200d', '\u200c', '׳', 'ﷺ', 'ﹰ', 'ͺ', 'İ', 'ϓ', 'ß', 'Ω', 'ﬁ', '１'),
    fc.constantFrom(...'abcXYZ019'),
  )
  .filter((character) => !/[\ufe0e\ufe0f\u20e3]/.test(character))
const tag = fc.array(tagCharacter, { minLength: 1, maxLength: 30 }).map((characters) => characters.join(''))

describe('hashtags', () => {
  it.each([
    ['#2024goals', ['2024goals']],
    ['#日本語', ['日本語']],
    ['#ñandú', ['ñandú']],
    ['(#tag)', ['tag']],
    ['＃wide', ['wide']],
    ['#Linnet', ['linnet']],
    ['#one #two\n#three', ['one', 'two', 'three']],
    ['#one,#two', ['one', 'two']],
    ['#snake_case_', ['snake_case_']],
    ['日本 #語', ['語']],
    ['#हिन्दी', ['हिन्दी']],
    ['#خبز', ['خبز']],
    ['#ﬁne', ['fine']],
    ['#dot.dot', ['dot']],
    ['"#quoted"', ['quoted']],
    ['@#tag', ['tag']],
    ['🐦#tag', ['tag']],
    [`#${'a'.repeat(100)}`, ['a'.repeat(100)]],
  ])('finds those of %j', (text, expected) => expect(words(text)).toEqual(expected))

  it.each([
    '#1',
    '#',
    '# tag',
    'a#b',
    'é#b',
    '語#b',
    '_#b',
    '1#b',
    '&#x27;',
    '&#tag',
    '#tag#',
    '#tag＃',
    '#tag://',
    '##',
    '#_',
    '#١٢',
    '#️⃣',
    '#1️⃣',
    'https://example.org/#tag',
    'https://example.org/?q=#tag',
    `#${'a'.repeat(101)}`,
  ])('finds none in %j', (text) => expect(words(text)).toEqual([]))

  it('keeps offsets in UTF-16 units', () => {
    expect(findEntities('🐦 #Bird!').hashtags).toEqual([{ word: 'bird', start: 3, end: 8 }])
  })
})

describe('mentions', () => {
  it.each([
    ['@ada', ['ada']],
    ['＠ada', ['ada']],
    ['Thank you @Ada_99, and @mei.', ['Ada_99', 'mei']],
    ['(@ada)', ['ada']],
    ['語@ada', ['ada']],
    ['@ada日', ['ada']],
    [`@${'a'.repeat(20)}`, ['a'.repeat(20)]],
  ])('finds those of %j', (text, expected) => expect(usernames(text)).toEqual(expected))

  it.each([
    'a@b.com',
    'ada@linnet',
    '@ad',
    `@${'a'.repeat(21)}`,
    '@@ada',
    '/@ada',
    '@ada@linnet.example',
    '@ada://',
    '@adaé',
    '_@ada',
    '@ ada',
    'https://example.org/@ada',
    'http://ada:secret@example.org/',
  ])('finds none in %j', (text) => expect(usernames(text)).toEqual([]))
})

describe('links', () => {
  it.each([
    ['https://example.org', ['https://example.org']],
    ['HTTP://EXAMPLE.ORG/A', ['HTTP://EXAMPLE.ORG/A']],
    ['See https://example.org/a?b=c#d.', ['https://example.org/a?b=c#d']],
    ['(https://example.org/a)', ['https://example.org/a']],
    ['https://en.wikipedia.org/wiki/Linnet_(bird)', ['https://en.wikipedia.org/wiki/Linnet_(bird)']],
    ['http://a.b:8080/x, https://c.d', ['http://a.b:8080/x', 'https://c.d']],
    ['https://bücher.example/ä', ['https://bücher.example/ä']],
    ['見てhttps://example.org/を', ['https://example.org/']],
  ])('finds those of %j', (text, expected) => expect(urls(text)).toEqual(expected))

  it.each([
    'example.org',
    'ftp://example.org',
    'javascript:alert(1)',
    'https://',
    'http://localhost',
    'xhttps://example.org',
    'data:text/html,x',
  ])('finds none in %j', (text) => expect(urls(text)).toEqual([]))

  it('shortens what it shows', () => {
    const { display } = findEntities(`https://www.example.org/${'a'.repeat(60)}`).urls[0] ?? {}
    expect(display).toBe(`example.org/${'a'.repeat(19)}…`)
  })
})

describe('findEntities', () => {
  it('answers for any text: in order, never overlapping, each where it begins, without invisible ends', () => {
    fc.assert(
      fc.property(tweet, (text) => {
        const { hashtags, mentions, urls } = findEntities(text)
        for (const list of [hashtags, mentions, urls]) expect(list).toEqual(list.toSorted((a, b) => a.start - b.start))
        const spans = [...hashtags, ...mentions, ...urls].toSorted((a, b) => a.start - b.start)
        for (const [index, span] of spans.entries()) {
          expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0)
          expect(span.end).toBeGreaterThan(span.start)
          expect(text.slice(0, span.start).isWellFormed() && text.slice(0, span.end).isWellFormed()).toBe(true)
        }
        for (const { start, end } of hashtags) expect(text.slice(start, end)).toMatch(/^[#＃][^#＃\s]+$/u)
        for (const { start, end, username } of mentions) expect(text.slice(start, end)).toMatch(new RegExp(`^[@＠]${username}$`))
        for (const { start, end, url } of urls) {
          expect(text.slice(start, end)).toBe(url)
          expect(new URL(url).protocol).toMatch(/^https?:$/)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    ['#', '#'],
    ['@', '@'],
    ['#a', '#a'],
    ['a letter', 'a'],
    ['a mark', '#\u0301'],
    ['http://', 'http://'],
    ['http://a', 'http://a.'],
    ['a link that ends in dots', 'https://a.b/.'],
    ['a link that ends in brackets', 'https://a.b/)('],
    ['hosts', 'https://a-.'],
    ['slashes', 'https://a.b//'],
    ['joiners', '#\u200d'],
    ['underscores', '#_'],
    ['digits', '#1'],
    ['percent', 'https://a.b/%'],
  ])('is quick about 2,500 bytes of %s', (_, piece) => {
    const start = performance.now()
    findEntities(`${piece.repeat(2_500).slice(0, 2_499)}!`)
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})

describe('hashtagKey', () => {
  it.each([
    ['#Linnet', 'linnet'],
    ['Linnet', 'linnet'],
    ['＃LINNET', 'linnet'],
    ['N\u0303andu\u0301', 'ñandú'],
    ['ＡＢＣ', 'abc'],
    ['ﬁne', 'fine'],
    ['İstanbul', 'i̇stanbul'],
  ])('makes of %j the key %j', (word, key) => expect(hashtagKey(word)).toBe(key))

  it.each(['', '#', '##a', '1', 'a b', 'a-b', 'a#b', '\0', 'a\0', '#a://', '\ud800', 'https://a.b', '../a', '%23a'])(
    'knows no hashtag in %j',
    (word) => {
      expect(hashtagKey(word)).toBeNull()
    },
  )

  it('is the same in every Unicode form and in capitals, and is itself a hashtag, so that its page can be linked', () => {
    fc.assert(
      fc.property(tag, (word) => {
        const key = hashtagKey(word)
        for (const form of ['NFC', 'NFD'] as const) expect(hashtagKey(word.normalize(form))).toBe(key)
        if (key === null) return
        expect(hashtagKey(key)).toBe(key)
        expect(hashtagKey(key.toLowerCase())).toBe(key)
        expect([...key].length).toBeLessThanOrEqual(100)
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
      { numRuns: 1_000 },
    )
  })

  it.each([
    ['Greek', 'ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['Latin', 'Straßen', 'STRAßEN'],
    ['Cyrillic', 'ВЕЛОСИПЕД', 'велосипед'],
  ])('is the same for %s in any case', (_, one, other) => {
    expect(hashtagKey(one)).toBe(hashtagKey(other))
  })

  it('is counted as it unfolds: at most 100 characters', () => {
    expect(hashtagKey('ﷺ')).toBe('صلىاللهعليهوسلم')
    expect(hashtagKey('ﷺ'.repeat(6))).toHaveLength(90)
    expect(hashtagKey('ﷺ'.repeat(7))).toBeNull()
  })
})
