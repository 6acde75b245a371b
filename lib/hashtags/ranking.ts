/** How much a hashtag stands out: 0 unless at least 3 accounts used it and more than expected, else (observed − expected)² / expected. */
export function trendScore({ observed, expected }: { observed: number; expected: number }): number {
  return observed < 3 || observed <= expected ? 0 : (observed - expected) ** 2 / expected
}
