import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPieces } from '@/components/tweets/pieces'
import { charactersLeft } from '@/lib/text'

const FAMILY = '👨‍👩‍👧‍👦'

const marked = (text: string, max = 250) => toPieces(text, max).map(({ kind, text }) => [kind, text])

const anything = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '#tag',
        '@ada',
        'https://a.b/c',
        ' ',
        '\n',
        FAMILY,
        'e\u0301',
        '\u0301',
        'صباح',
        '\u200d',
        '한',
        'ᄒ',
        'ᅡ',
        '\ud83d',
        '🇸🇪',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''))

describe('toPieces', () => {
  it('marks what will be linked', () => {
    expect(marked('Hear @ada: #dawn at https://a.b/#c.')).toEqual([
      ['plain', 'Hear '],
      ['entity', '@ada'],
      ['plain', ': '],
      ['entity', '#dawn'],
      ['plain', ' at '],
      ['entity', 'https://a.b/#c'],
      ['plain', '.'],
    ])
    expect(marked('')).toEqual([])
  })

  it.each([
    ['abc', 3, ''],
    ['abcd', 3, 'd'],
    ['  abc', 3, ''],
    ['abc  \n', 3, ''],
    ['  abcd', 3, 'd'],
    ['👪'.repeat(4), 3, '👪'],
    ['e\u0301'.repeat(4), 3, 'e\u0301'],
    // Of 25 bytes each, so that a fourth makes more than ten bytes for each character.
    [FAMILY.repeat(6), 8, FAMILY.repeat(3)],
    ['ab #tag', 4, 'tag'],
  ])('marks in %j what is more than %d characters', (text, max, excess) => {
    const pieces = toPieces(text, max)
    expect(
      pieces
        .filter(({ kind }) => kind === 'excess')
        .map((piece) => piece.text)
        .join(''),
    ).toBe(excess)
  })

  it('joins back to any text, and marks too much exactly when the server would say so', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 12 }), (text, max) => {
        const pieces = toPieces(text, max)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        for (const { start, text: piece } of pieces) expect(text.slice(start, start + piece.length)).toBe(piece)
        expect(pieces.some(({ kind }) => kind === 'excess')).toBe(charactersLeft(text, max) < 0)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is quick about 100,000 characters', () => {
    const start = performance.now()
    toPieces('#a https://a.b/ '.repeat(6_250), 250)
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
