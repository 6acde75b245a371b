import { describe, expect, it } from 'vitest'
import { findEntities, hashtagKey } from '@/lib/tweets/text'

const words = (text: string) => findEntities(text).hashtags.map(({ word }) => word)
const usernames = (text: string) => findEntities(text).mentions.map(({ username }) => username)
const urls = (text: string) => findEntities(text).urls.map(({ url }) => url)

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
    ['❤️#tag', ['tag']],
    ['Finch#1 #finch', ['finch']],
    ['#dawn_2026chorus!', ['dawn_2026chorus']],
    ['#dawn\u3000#chorus', ['dawn', 'chorus']],
    ['#dawn-chorus', ['dawn']],
    ['#dawn’s', ['dawn']],
    ['.#dawn', ['dawn']],
    ['#dawn/#chorus', ['dawn', 'chorus']],
    ['#あおぞら', ['あおぞら']],
    ['#カナリア。', ['カナリア']],
    ['空に #ひばり が', ['ひばり']],
    ['空に、#ひばり', ['ひばり']],
    ['#サンドイッチ', ['サンドイッチ']],
    ['#冬・春', ['冬・春']],
    ['#가족모임 #모임', ['가족모임', '모임']],
    ['#ไทย', ['ไทย']],
    ['#птица', ['птица']],
    ['#ΦΩΛΙΆ', ['φωλιά']],
    ['#ציפור #צה״ל', ['ציפור', 'צה״ל']],
    ['#می\u200cخواهم', ['می\u200cخواهم']],
    ['#Übersee', ['übersee']],
    ['#çapul #ışık', ['çapul', 'ışık']],
    ['#mañana', ['mañana']],
    ['#l·l', ['l·l']],
    ['#𐐀𐐁 #𠮷野家', ['𐐨𐐩', '𠮷野家']],
    ['#tag\u202e#two', ['tag', 'two']],
    ['#tag❤', ['tag']],
    ['Read https://example.org/日本 #nest', ['nest']],
    ['https://example.org#frag #tag', ['tag']],
    ['https://example.org/を見て、#語', ['語']],
    ['example.org/#tag', ['tag']],
    ['ftp://example.org/#tag', ['tag']],
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
    'https://example.org/日本/#tag',
    'https://example.org/日本/#語',
    'https://example.org/path/日本?q=#tag&p=#tag',
    'https://example.org#tag',
    '#\u3164',
    '#\u200d',
    '#\u0301',
    'ñ#tag',
    'пт#tag',
    '١#tag',
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
    ['空の@adaに', ['ada']],
    ['คุณ@ada', ['ada']],
    ['.@ada sings', ['ada']],
    ['Sung by @ada: listen', ['ada']],
    ['@ada…', ['ada']],
    ['@ada’s', ['ada']],
    ['@ada\n@mei', ['ada', 'mei']],
    ['RT @ada: dawn', ['ada']],
    ['RT:@ada', ['ada']],
    ['@ada-mei', ['ada']],
    ['❤️@ada', ['ada']],
    ['👩‍👧@ada', ['ada']],
    ['1️⃣@ada', ['ada']],
    ['"@ada"', ['ada']],
    ['#@ada', ['ada']],
    ['https://example.org/を @ada', ['ada']],
    ['https://example.org/を見て@ada', ['ada']],
    ['example.org @ada', ['ada']],
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
    'https://example.org/日本/@ada',
    'https://example.org@ada',
    'é@ada',
    'e\u0301@ada',
    'пт@ada',
    '한@ada',
    'jörg@example.org',
    'почта@example.org',
    '١@ada',
    '＠＠ada',
    '@ada＠mei',
    '@adae\u0301',
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
    ['見てhttps://example.orgを見て', ['https://example.org']],
    ['https://例え.テスト/a', ['https://例え.テスト/a']],
    ['https://xn--r8jz45g.xn--zckzah/', ['https://xn--r8jz45g.xn--zckzah/']],
    ['https://пример.рф/путь', ['https://пример.рф/путь']],
    ['https://a_b.example.org', ['https://a_b.example.org']],
    ['https://sub-domain.example.co.uk:443/?a=1&b[]=2', ['https://sub-domain.example.co.uk:443/?a=1&b[]=2']],
    ['https://example.org:8080', ['https://example.org:8080']],
    ['https://example.org: there', ['https://example.org']],
    ['https://example.org?q=dawn', ['https://example.org?q=dawn']],
    ['https://example.org/#/nest', ['https://example.org/#/nest']],
    ['https://example.org/a,b;c', ['https://example.org/a,b;c']],
    ['https://example.org/~ada/', ['https://example.org/~ada/']],
    ['(https://en.wikipedia.org/wiki/Linnet_(bird))', ['https://en.wikipedia.org/wiki/Linnet_(bird)']],
    ['(see https://example.org/a_(b)_c).', ['https://example.org/a_(b)_c']],
    ['[https://example.org/a]', ['https://example.org/a']],
    ['“https://example.org/a”', ['https://example.org/a']],
    ['https://example.org/a…', ['https://example.org/a']],
    ['https://example.org/日本/#frag', ['https://example.org/']],
    ['https://1.2.3.4/a', ['https://1.2.3.4/a']],
    ['https://a.b https://c.d\nhttps://e.f', ['https://a.b', 'https://c.d', 'https://e.f']],
    ['#https://a.b', ['https://a.b']],
    ['🐦https://a.b/🐦', ['https://a.b/']],
  ])('finds those of %j', (text, expected) => expect(urls(text)).toEqual(expected))

  it.each([
    'example.org',
    'ftp://example.org',
    'javascript:alert(1)',
    'https://',
    'http://localhost',
    'xhttps://example.org',
    'data:text/html,x',
    'https://.org',
    'https://a..b',
    'https://a.b:99999/',
    'https://ada:secret@example.org',
    '@https://a.b',
    'http:/a.b',
    'http//a.b',
    'https://[::1]/',
  ])('finds none in %j', (text) => expect(urls(text)).toEqual([]))

  it('shortens what it shows', () => {
    const { display } = findEntities(`https://www.example.org/${'a'.repeat(60)}`).urls[0] ?? {}
    expect(display).toBe(`example.org/${'a'.repeat(19)}…`)
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

  it.each([
    ['Greek', 'ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['Greek with its other sigma', 'ΣΊΣΥΦΟΣ', 'ςίσυφοσ'],
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

  it.each([
    ['a zero-width joiner', 'a\u200db', 'ab'],
    ['a zero-width non-joiner', 'a\u200cb', 'ab'],
    ['a joiner at the end', 'tag\u200d', 'tag'],
    ['a joiner at the start', '\u200dtag', 'tag'],
    ['a grapheme joiner', 'a\u034fb', 'ab'],
    ['a variation selector', '葛\u{e0100}', '葛'],
    ['a Hangul filler', '새\u3164', '새'],
    ['a joiner between kanji', '日\u200c本', '日本'],
    ['a joiner that joins nothing in Arabic', 'دار\u200cها', 'دارها'],
    ['a joiner where Arabic joins anyway', 'خا\u200dنه', 'خانه'],
    ['a joiner after an Indic letter', 'क\u200dष', 'कष'],
    ['a joiner between an Indic letter and a Latin one', 'क्\u200da', 'क्a'],
    ['a joiner between an Arabic letter and a Latin one', 'ب\u200ca', 'بa'],
    ['a joiner too many', 'می\u200c\u200cخواهم', 'می\u200cخواهم'],
  ])('is the same with %s, which nobody sees', (_, one, other) => {
    expect(hashtagKey(one)).toBe(other)
  })

  it.each([
    ['Persian', 'می\u200cخواهم', 'میخواهم'],
    ['Persian with vowels', 'مِ\u200cخواهم', 'مِخواهم'],
    ['Hindi', 'क्\u200dष', 'क्ष'],
    ['Marathi', 'क्\u200cष', 'क्ष'],
    ['Sinhala', 'ක්\u200dෂ', 'ක්ෂ'],
  ])('is another with a joiner that %s needs', (_, one, other) => {
    expect(hashtagKey(one)).toBe(one.normalize('NFKC'))
    expect(hashtagKey(other)).toBe(other.normalize('NFKC'))
  })
})
