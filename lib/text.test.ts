import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charactersLeft, countBytes, countCharacters, isBlank, isStorable, normaliseText, text } from '@/lib/text'

const FAMILY = '👨‍👩‍👧‍👦'
const anyText = fc.string({
  unit: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }), fc.constantFrom('\r', '\n', ' ', '\u0301', 'e', FAMILY)),
})

describe('countCharacters', () => {
  it.each([
    ['nothing', '', 0],
    ['a letter', 'a', 1],
    ['a family', FAMILY, 1],
    ['a flag', '🇵🇱', 1],
    ['é as one code point', 'é', 1],
    ['é as two code points', 'e\u0301', 1],
    ['a Hangul syllable in pieces', '\u1112\u1161\u11ab', 1],
    ['a line end', 'a\r\nb', 3],
    ['two line ends', 'a\n\nb', 4],
    ['Japanese', '日本語', 3],
    ['the space around', '  a  ', 1],
  ])('counts %s as a person does', (_, value, count) => {
    expect(countCharacters(value)).toBe(count)
  })

  it('never counts more than there are code points, nor anything but nothing as nothing', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const count = countCharacters(value)
        expect(count).toBeLessThanOrEqual([...normaliseText(value)].length)
        expect(count === 0).toBe(normaliseText(value) === '')
      }),
    )
  })

  it('counts the same in every Unicode form and with every kind of line end', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(countCharacters(value.normalize('NFD'))).toBe(countCharacters(value))
        expect(countCharacters(normaliseText(value).replaceAll('\n', '\r\n'))).toBe(countCharacters(value))
      }),
    )
  })
})

describe('charactersLeft', () => {
  it.each([
    ['', 250],
    ['👨‍👩‍👧', 249],
    ['x'.repeat(250), 0],
    ['x'.repeat(253), -3],
    ['👨‍👩‍👧‍👦'.repeat(100), 150],
    ['👨‍👩‍👧‍👦'.repeat(101), -1],
  ])('of %j are %d', (text, left) => {
    expect(charactersLeft(text, 250)).toBe(left)
  })
})

describe('normaliseText', () => {
  it.each([
    ['line ends', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['Unicode form', 'e\u0301', 'é'],
    ['the ends', ' \n\t a b \u00a0\n', 'a b'],
  ])('brings %s into the stored form', (_, value, stored) => {
    expect(normaliseText(value)).toBe(stored)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(normaliseText(normaliseText(value))).toBe(normaliseText(value))
      }),
    )
  })
})

describe('isBlank', () => {
  it.each([
    '',
    ' ',
    '\n\t',
    '\u200b',
    '\u200d\u200c',
    '\u202e\u2069',
    '\ufeff',
    '\u2800',
    '\u3164',
    '\u00ad',
    '\u180e',
    '\ufe0f',
    '\u{e0001}',
  ])('is true of %j, which nobody sees', (value) => expect(isBlank(value)).toBe(true))

  it.each(['.', '\u200bx', FAMILY, '日', '\u0301', '0'])('is false of %j', (value) => expect(isBlank(value)).toBe(false))
})

describe('isStorable', () => {
  it.each([
    ['', true],
    ['text \u0001 \u{10ffff}', true],
    [FAMILY, true],
    ['a\0b', false],
    ['\ud83d', false],
    ['\udc00', false],
    ['\udc00\ud83d', false],
  ])('tells of %j: %s', (value, storable) => expect(isStorable(value)).toBe(storable))

  it('holds for exactly what survives UTF-8 and has no NUL', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }), (value) => {
        const survives = new TextDecoder().decode(new TextEncoder().encode(`.${value}`)) === `.${value}`
        expect(isStorable(value)).toBe(survives && !value.includes('\0'))
      }),
    )
  })
})

describe('text', () => {
  const schema = text('content', 250)
  const codes = (value: unknown) =>
    schema.safeParse(value).error?.issues.map((issue) => (issue.code === 'custom' ? issue.params?.code : issue.code))

  it.each([
    ['250 letters', 'a'.repeat(250)],
    ['250 é in two code points each', 'e\u0301'.repeat(250)],
    ['250 emoji', '🐦'.repeat(250)],
    ['100 families, which are 2,500 bytes', FAMILY.repeat(100)],
    ['250 letters in a lot of space', `${' '.repeat(9_000)}${'a'.repeat(250)}`],
    ['nothing', ''],
  ])('takes %s', (_, value) => {
    expect(schema.parse(value)).toBe(normaliseText(value))
  })

  it.each([
    ['251 letters', 'a'.repeat(251), 'too_long'],
    ['251 emoji', '🐦'.repeat(251), 'too_long'],
    ['250 families, which are more than 2,500 bytes', FAMILY.repeat(250), 'too_long'],
    ['one character of 2,501 bytes', `x${'\u0301'.repeat(1250)}`, 'too_long'],
    ['NUL', 'a\0', 'invalid_characters'],
    ['half of a surrogate pair', '\ud800', 'invalid_characters'],
    ['a number', 5, 'invalid_type'],
    ['null', null, 'invalid_type'],
  ])('refuses %s, with one error', (_, value, code) => {
    expect(codes(value)).toEqual([code])
  })

  it('measures 250 families as 250 characters', () => {
    expect(countCharacters(FAMILY.repeat(250))).toBe(250)
    expect(countBytes(FAMILY.repeat(250))).toBe(6_250)
  })
})
