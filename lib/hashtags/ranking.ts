/** Different accounts that used a hashtag in the last 24 hours, and how many usually do. */
export type Usage = { observed: number; expected: number }

/** The highest score that is remembered of a hashtag, and when it had it. */
export type Peak = { score: number; at: Date }

const HALF_LIFE_MS = 4 * 3_600_000
const MINUTE_MS = 60_000

/** How much a hashtag stands out: 0 unless at least 3 accounts used it and more than expected, else (observed − expected)² / expected. */
export function trendScore({ observed, expected }: Usage): number {
  return observed < 3 || observed <= expected ? 0 : (observed - expected) ** 2 / expected
}

/**
 * How high a hashtag stands now, and the peak to remember. The peak halves every four hours and stands for a hashtag that is still used,
 * until it is below 1; a score of at least what is left of it becomes the new peak. 0 means that the hashtag does not trend.
 */
export function rankTrend(usage: Usage, peak: Peak, now: Date): { score: number; peak: Peak } {
  const current = trendScore(usage)
  const left = peak.score * 0.5 ** (Math.max(0, now.getTime() - peak.at.getTime()) / HALF_LIFE_MS)
  if (current >= left) return { score: current, peak: { score: current, at: now } }
  if (current === 0 && left < 1) return { score: 0, peak: { score: 0, at: now } }
  return { score: usage.observed > 0 ? left : 0, peak }
}

/**
 * Whether the ranking is to be refreshed: so seldom that it never takes more than a hundredth of the time, and at least every five
 * minutes. A clock that was put back does not stop it.
 */
export function isDue({ refreshedAt, tookMs }: { refreshedAt: Date; tookMs: number }, now: Date): boolean {
  const age = now.getTime() - refreshedAt.getTime()
  return age > Math.min(100 * tookMs, 5 * MINUTE_MS) || age < -5 * MINUTE_MS
}

/** Whether what was reckoned then of the seven days before still holds: for an hour, or so many. */
export function isFresh(expectedAt: Date | null, now: Date, hours = 1): boolean {
  return expectedAt !== null && Math.abs(now.getTime() - expectedAt.getTime()) <= hours * 60 * MINUTE_MS
}
