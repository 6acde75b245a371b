import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeCountCursor,
  decodeCursor,
  decodeNumber,
  decodeTopCursor,
  encodeCountCursor,
  encodeCursor,
  encodeNumber,
  encodeTopCursor,
  mapPage,
  pageParams,
  toPage,
} from '@/lib/page'

const ID = '019a4b5c-6d7e-7f80-8123-456789abcdef'

describe('a cursor', () => {
  it('gives back the id that it was made of, and fits a URL as it stands', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(encodeCursor(id)).toMatch(/^[\w-]{22}$/)
        expect(decodeCursor(encodeCursor(id))).toBe(id)
      }),
    )
  })

  it('is one of ours or nothing: no two spell the same id', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AQgwxyz019-_'), minLength: 22, maxLength: 22 }), (cursor) => {
        const id = decodeCursor(cursor)
        if (id !== null) expect(encodeCursor(id)).toBe(cursor)
      }),
    )
  })

  it.each([
    '',
    'x',
    ID,
    encodeCursor(ID).slice(1),
    `${encodeCursor(ID)}A`,
    `${encodeCursor(ID)}=`,
    `${encodeCursor(ID).slice(0, 21)}!`,
    `${'A'.repeat(21)}B`,
    "' OR 1=1 --",
    '\0',
  ])('is not %j', (cursor) => expect(decodeCursor(cursor)).toBeNull())
})

describe('a cursor of a number', () => {
  it('gives back the number, and looks like every other', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(encodeNumber(value)).toMatch(/^[\w-]{22}$/)
        expect(decodeNumber(encodeNumber(value))).toBe(value)
      }),
    )
  })

  it.each(['', 'x', encodeCursor(ID), encodeNumber(2 ** 31), `${encodeNumber(1)}A`])('is not %j', (cursor) => {
    expect(decodeNumber(cursor)).toBeNull()
  })
})

describe('a cursor of a count', () => {
  it('gives back what it was made of, and fits a URL as it stands', () => {
    fc.assert(
      fc.property(fc.nat(), fc.uuid(), (count, last) => {
        const cursor = encodeCountCursor({ count, last })
        expect(cursor).toMatch(/^[\w-]{44}$/)
        expect(decodeCountCursor(cursor)).toEqual({ count, last })
      }),
    )
  })

  it.each(['', encodeNumber(1), encodeCursor(ID).repeat(2), encodeCursor(ID)])('is not %j', (cursor) => {
    expect(decodeCountCursor(cursor)).toBeNull()
  })
})

describe('a cursor of points', () => {
  it('gives back what it was made of, and fits a URL as it stands', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(), fc.uuid(), (start, points, last) => {
        const cursor = encodeTopCursor({ start, points, last })
        expect(cursor).toMatch(/^[\w-]{66}$/)
        expect(decodeTopCursor(cursor)).toEqual({ start, points, last })
      }),
    )
  })

  it.each(['', encodeCursor(ID), encodeCursor(ID).repeat(2), encodeCursor(ID).repeat(3), `${'A'.repeat(66)}A`])('is not %j', (cursor) => {
    expect(decodeTopCursor(cursor)).toBeNull()
  })
})

describe('pageParams', () => {
  it.each([
    [{}, { limit: 20 }],
    [{ limit: '1' }, { limit: 1 }],
    [{ limit: '100' }, { limit: 100 }],
    [{ limit: 5 }, { limit: 5 }],
    [{ cursor: encodeCursor(ID) }, { limit: 20, cursor: ID }],
  ])('reads %j', (query, read) => expect(pageParams.parse(query)).toEqual(read))

  it.each([
    { limit: '0' },
    { limit: '-1' },
    { limit: '101' },
    { limit: '1.5' },
    { limit: '1e1' },
    { limit: ' 5' },
    { limit: '5 ' },
    { limit: '0x5' },
    { limit: 'abc' },
    { limit: '' },
    { limit: '٥' },
    { limit: ['5', '5'] },
    { limit: null },
    { cursor: '' },
    { cursor: ID },
    { cursor: ['a', 'b'] },
    { page: '1' },
  ])('refuses %j', (query) => expect(pageParams.safeParse(query).success).toBe(false))
})

describe('toPage', () => {
  const rows = (...ids: string[]) => ids.map((id) => ({ id }))
  const [a, b, c] = ['1', '2', '3'].map((digit) => ID.replace(/.$/, digit)) as [string, string, string]

  it.each([
    ['no rows', rows(), 2, 0, null],
    ['fewer than fit', rows(a), 2, 1, null],
    ['just as many as fit', rows(a, b), 2, 2, null],
    ['one more', rows(a, b, c), 2, 2, encodeCursor(b)],
  ])('of %s', (_, given, limit, count, nextCursor) => {
    const page = toPage(given, limit)
    expect(page).toEqual({ items: given.slice(0, count), nextCursor })
    expect(mapPage(page, ({ id }) => id)).toEqual({ items: given.slice(0, count).map(({ id }) => id), nextCursor })
  })
})
