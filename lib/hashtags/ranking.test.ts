import { expect, it } from 'vitest'
import { trendScore } from '@/lib/hashtags/ranking'

it.each([
  [12, 3, 27],
  [3, 1, 4],
  [2, 1, 0],
  [0, 1, 0],
  [3, 3, 0],
  [5, 9, 0],
  [10, 2.5, 22.5],
])('%d people, usually %d, make the score %d', (observed, expected, score) => {
  expect(trendScore({ observed, expected })).toBe(score)
})
