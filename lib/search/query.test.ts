import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, plainText, type Term } from '@/lib/search/query'

const words = (text: string) => ({ kind: 'words', text })
const day = (text: string) => new Date(`${text}T00:00:00.000Z`)
const meant = (q: string) => parseSearch(q).terms.map(({ not, ...term }) => (not ? { ...term, not } : term))

describe('a query means', () => {
  it.each<[string, object[]]>([
    ['two  words', [words('two'), words('words')]],
    ['"exact words" here', [words('exact words'), words('here')]],
    ['“curly quotes”', [words('curly quotes')]],
    [
      '-word -"not these" -#tag -from:ada',
      [
        { ...words('word'), not: true },
        { ...words('not these'), not: true },
        { kind: 'tag', word: 'tag', not: true },
        { kind: 'from', username: 'ada', not: true },
      ],
    ],
    [
      '#Ñandú ＃日本語 #tag,',
      [
        { kind: 'tag', word: 'ñandú' },
        { kind: 'tag', word: '日本語' },
        { kind: 'tag', word: 'tag' },
      ],
    ],
    [
      '@ada ＠Grace @ada!',
      [
        { kind: 'mention', username: 'ada' },
        { kind: 'mention', username: 'Grace' },
        { kind: 'mention', username: 'ada' },
      ],
    ],
    [
      'from:ada FROM:@ada To:grace',
      [
        { kind: 'from', username: 'ada' },
        { kind: 'from', username: 'ada' },
        { kind: 'to', username: 'grace' },
      ],
    ],
    [
      'since:2026-01-31 until:2026-02-01',
      [
        { kind: 'since', day: day('2026-01-31') },
        { kind: 'until', day: day('2026-02-01') },
      ],
    ],
    [
      'has:images HAS:Images is:reply min_likes:5',
      [{ kind: 'images' }, { kind: 'images' }, { kind: 'reply' }, { kind: 'likes', least: 5 }],
    ],
    ['#1 #a#b @ab a@b.com', [words('#1'), words('#a#b'), words('@ab'), words('a@b.com')]],
    ['foo:bar https://linnet.example 10:30', [words('foo:bar'), words('https://linnet.example'), words('10:30')]],
    ['"unbalanced quote', [words('unbalanced quote')]],
    ['word"and phrase" more', [words('word'), words('and phrase'), words('more')]],
    ['- -- ""', [words('-'), { ...words('-'), not: true }, words('')]],
    ['', []],
    [' \n\t', []],
  ])('%j', (q, terms) => {
    expect(meant(q)).toEqual(terms)
    expect(parseSearch(q).hints).toEqual([])
  })

  it.each([
    'since:yesterday',
    'since:2026-02-30',
    'until:2026-13-01',
    'until:',
    'since:26-1-1',
    'from:ad',
    'from:',
    'from:ada!',
    'to:ñandú',
    'min_likes:many',
    'min_likes:-1',
    'min_likes:1e9',
    'min_likes:99999999999',
    'has:cats',
    'is:tired',
  ])('words, where an operator makes no sense: %s', (q) => {
    expect(meant(q)).toEqual([words(q)])
    const [name] = q.split(':')
    expect(parseSearch(`a -${q}`).hints).toEqual([{ operator: name, takes: expect.any(String), word: q }])
  })

  it('plain text, where only that can be looked for', () => {
    expect(plainText(parseSearch('ada -grace "of lovelace" from:Linus #tag since:2026-01-01 is:reply'))).toBe('ada of lovelace Linus tag')
    expect(plainText(parseSearch('-ada is:reply'))).toBe('')
  })
})

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '"',
      '“',
      '-',
      ' ',
      ':',
      '#',
      '@',
      '\0',
      '\ud800',
      '*',
      '&',
      '|',
      '!',
      '(',
      ')',
      '<->',
      "'",
      '\\',
      '%',
      '猫',
      '😂',
      '\n',
    ),
    fc.constantFrom('from:', 'to:', 'since:', 'until:2026-01-31', 'has:images', 'is:reply', 'min_likes:', 'ada', '2026-02-30', '5'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

  it('is a query', () => {
    fc.assert(
      fc.property(text, (q) => {
        for (const term of parseSearch(q).terms) expect(isSound(term)).toBe(true)
      }),
    )
  })

  it('loses no letter outside of what is understood', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zñ猫]{1,8}$/), { maxLength: 20 }), (plain) => {
        expect(plainText(parseSearch(plain.join(' ')))).toBe(plain.join(' '))
      }),
    )
  })

  it('is read in a moment, however long', () => {
    for (const unit of ['"', '-', '-"', 'a:', '"a" ', '#', '@', 'from:', ' ', 'a', '-a ', '#a']) parseSearch(unit.repeat(10_000))
  }, 2_000)
})

function isSound(term: Term): boolean {
  if ('username' in term) return /^[A-Za-z0-9_]{3,20}$/.test(term.username)
  if ('day' in term) return !Number.isNaN(term.day.getTime())
  if ('least' in term) return Number.isSafeInteger(term.least)
  return typeof term.not === 'boolean'
}
