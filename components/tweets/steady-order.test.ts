import fc from 'fast-check'
import { expect, test } from 'vitest'
import { steady } from '@/components/tweets/steady-order'

const after = (until: string, fresh: string, { own = '', moved = '', more = false } = {}) =>
  steady(
    { keys: [...until], nextCursor: 'until' },
    { keys: [...fresh], own: [...own], moved: [...moved], nextCursor: more ? 'fresh' : null },
  )
const keys = (...args: Parameters<typeof after>) => after(...args).keys.join('')

test('what is new above waits, unless it is one’s own', () => {
  expect(keys('abc', 'nabc')).toBe('abc')
  expect(keys('abc', 'mnabc', { own: 'm' })).toBe('mabc')
  expect(keys('abc', 'nmabc', { own: 'm' })).toBe('mabc')
})

test('what is new further down comes in, and what is gone goes', () => {
  expect(keys('abc', 'axbc')).toBe('axbc')
  expect(keys('abc', 'abcx')).toBe('abcx')
  expect(keys('abcd', 'bd')).toBe('bd')
  expect(keys('abc', '')).toBe('')
  expect(keys('abc', 'xy')).toBe('xy')
})

test('what was there stays where it was, also when it is retweeted', () => {
  expect(keys('abcd', 'cabd')).toBe('abcd')
  expect(keys('abcd', 'dcab')).toBe('abcd')
  expect(keys('abcd', 'cnabd')).toBe('abcnd')
})

test('what was pinned or unpinned goes to its place', () => {
  expect(keys('cabd', 'abcd', { moved: 'c' })).toBe('abcd')
  expect(keys('abcd', 'cabd', { moved: 'c' })).toBe('cabd')
})

test('what the new only pushed out of the page stays, and the list goes on after it', () => {
  expect(after('abcd', 'nmab', { more: true })).toEqual({ keys: ['a', 'b', 'c', 'd'], nextCursor: 'until' })
  expect(after('abcd', 'nmlk', { more: true })).toEqual({ keys: ['a', 'b', 'c', 'd'], nextCursor: 'until' })
  expect(after('abcd', 'bcde', { more: true })).toEqual({ keys: ['b', 'c', 'd', 'e'], nextCursor: 'fresh' })
  expect(after('abcd', 'nma')).toEqual({ keys: ['a'], nextCursor: null })
})

test('nothing stands twice, nothing is invented, and asking again changes nothing', () => {
  const list = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1 })
  fc.assert(
    fc.property(list, list, fc.subarray([...'abcdefghij']), fc.boolean(), (until, fresh, own, more) => {
      const answer = { keys: fresh, own, moved: [], nextCursor: more ? 'fresh' : null }
      const shown = steady({ keys: until, nextCursor: 'until' }, answer)
      expect(new Set(shown.keys).size).toBe(shown.keys.length)
      for (const key of shown.keys) expect([...until, ...fresh]).toContain(key)
      expect(steady(shown, answer).keys).toEqual(shown.keys)
    }),
  )
})
