import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDue, isFresh, rankTrend, trendScore } from '@/lib/hashtags/ranking'

const NOW = new Date('2026-06-15T12:00:00.000Z')
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const ago = (ms: number) => new Date(NOW.getTime() - ms)

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

describe('the rank of a hashtag', () => {
  it.each<
    [string, { observed: number; expected: number }, { peak: number; hoursAgo: number }, { score: number; peak: number; isNew: boolean }]
  >([
    ['new: its score is its peak', { observed: 12, expected: 3 }, { peak: 0, hoursAgo: 0 }, { score: 27, peak: 27, isNew: true }],
    ['higher than ever', { observed: 12, expected: 3 }, { peak: 20, hoursAgo: 0 }, { score: 27, peak: 27, isNew: true }],
    ['as high as at its peak', { observed: 12, expected: 3 }, { peak: 27, hoursAgo: 0 }, { score: 27, peak: 27, isNew: true }],
    ['a little past its peak', { observed: 11, expected: 4 }, { peak: 27, hoursAgo: 0 }, { score: 27, peak: 27, isNew: false }],
    ['four hours past it: half', { observed: 3, expected: 3 }, { peak: 27, hoursAgo: 4 }, { score: 13.5, peak: 27, isNew: false }],
    ['eight hours past it: a quarter', { observed: 3, expected: 3 }, { peak: 27, hoursAgo: 8 }, { score: 6.75, peak: 27, isNew: false }],
    ['two hours past it', { observed: 1, expected: 3 }, { peak: 8, hoursAgo: 2 }, { score: 8 * Math.SQRT1_2, peak: 8, isNew: false }],
    ['risen over what is left of it', { observed: 12, expected: 3 }, { peak: 54, hoursAgo: 4 }, { score: 27, peak: 27, isNew: true }],
    ['not quite over what is left', { observed: 12, expected: 3 }, { peak: 60, hoursAgo: 4 }, { score: 30, peak: 60, isNew: false }],
    ['fewer than three people, no peak', { observed: 2, expected: 1 }, { peak: 0, hoursAgo: 0 }, { score: 0, peak: 0, isNew: true }],
    ['fewer than three people, a peak', { observed: 2, expected: 1 }, { peak: 16, hoursAgo: 4 }, { score: 8, peak: 16, isNew: false }],
    ['no more than usual', { observed: 9, expected: 9 }, { peak: 0, hoursAgo: 0 }, { score: 0, peak: 0, isNew: true }],
    ['less than usual', { observed: 5, expected: 9 }, { peak: 0, hoursAgo: 0 }, { score: 0, peak: 0, isNew: true }],
    ['a peak of which just 1 is left', { observed: 1, expected: 1 }, { peak: 16, hoursAgo: 16 }, { score: 1, peak: 16, isNew: false }],
    ['a peak of which less is left', { observed: 1, expected: 1 }, { peak: 15.9, hoursAgo: 16 }, { score: 0, peak: 0, isNew: true }],
    [
      'little left, but it trends',
      { observed: 3, expected: 2.9 },
      { peak: 0.9, hoursAgo: 1 },
      { score: 0.9 * 0.5 ** 0.25, peak: 0.9, isNew: false },
    ],
    [
      'not used any more, but remembered',
      { observed: 0, expected: 1 },
      { peak: 1000, hoursAgo: 25 },
      { score: 0, peak: 1000, isNew: false },
    ],
    ['a peak from a clock that went ahead', { observed: 1, expected: 1 }, { peak: 8, hoursAgo: -9 }, { score: 8, peak: 8, isNew: false }],
  ])('%s', (_, usage, { peak, hoursAgo }, expected) => {
    const at = ago(hoursAgo * HOUR_MS)
    const ranked = rankTrend(usage, { score: peak, at }, NOW)
    expect(ranked.score).toBeCloseTo(expected.score, 10)
    expect(ranked.peak.score).toBeCloseTo(expected.peak, 10)
    expect(ranked.peak.at).toEqual(expected.isNew ? NOW : at)
  })

  it('never stands lower than its numbers, nor higher than they or its peak', () => {
    const count = fc.integer({ min: 0, max: 10_000 })
    fc.assert(
      fc.property(count, count, fc.double({ min: 0, max: 1e6, noNaN: true }), fc.nat(100), (observed, usual, peak, hoursAgo) => {
        const usage = { observed, expected: Math.max(1, usual) }
        const { score } = rankTrend(usage, { score: peak, at: ago(hoursAgo * HOUR_MS) }, NOW)
        expect(score).toBeGreaterThanOrEqual(trendScore(usage))
        expect(score).toBeLessThanOrEqual(Math.max(trendScore(usage), peak))
      }),
    )
  })
})

describe('a refresh', () => {
  it.each([
    ['that took 10 ms', 10, 1_000, false],
    ['that took 10 ms', 10, 1_001, true],
    ['that took a second', 1_000, 100_000, false],
    ['that took a second', 1_000, 100_001, true],
    ['that took a minute', 60_000, 5 * MINUTE_MS, false],
    ['that took a minute', 60_000, 5 * MINUTE_MS + 1, true],
    ['in the future, by clocks that differ', 10, -1_000, false],
    ['in the future, by a clock that was put back', 10, -5 * MINUTE_MS - 1, true],
  ])('%s (%d ms), %d ms later, is due: %s', (_, tookMs, laterMs, due) => {
    expect(isDue({ refreshedAt: ago(laterMs), tookMs }, NOW)).toBe(due)
  })

  it.each([
    [null, false],
    [ago(0), true],
    [ago(HOUR_MS), true],
    [ago(HOUR_MS + 1), false],
    [ago(-HOUR_MS - 1), false],
    [new Date(0), false],
  ])('reckons what is usual anew unless that was within the hour: %s', (at, fresh) => expect(isFresh(at, NOW)).toBe(fresh))
})
