import { expect, test } from 'vitest'
import { steadyOrder } from '@/components/tweets/steady-order'

const order = (until: string, fresh: string, held: string) => steadyOrder([...until], [...fresh], [...held]).join('')

test('what is not held comes in the fresh order', () => {
  expect(order('abc', 'nabc', '')).toBe('nabc')
  expect(order('abc', 'cab', '')).toBe('cab')
  expect(order('abc', 'bd', '')).toBe('bd')
})

test('what is held stays where it was, whatever comes and goes around it', () => {
  expect(order('abcd', 'cabd', 'c')).toBe('abcd')
  expect(order('abcd', 'cnabd', 'c')).toBe('nabcd')
  expect(order('abcd', 'cab', 'c')).toBe('abc')
  expect(order('abcd', 'dcab', 'cd')).toBe('abcd')
  expect(order('abcd', 'abd', 'c')).toBe('abd')
})
