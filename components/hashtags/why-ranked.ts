import { counted } from '@/components/ui/count'
import { trendScore } from '@/lib/hashtags/ranking'
import type { Hashtag } from '@/lib/hashtags/schema'

type Numbers = Pick<Hashtag, 'rank' | 'score' | 'accounts24h' | 'expected24h'>

/** How many use the hashtag now, and how many usually do: "12 people in 24 h, usually 3". */
export function usage({ accounts24h, expected24h }: Pick<Hashtag, 'accounts24h' | 'expected24h'>): string {
  return `${counted(accounts24h, 'person', 'people')} in 24 h, usually ${Math.round(expected24h)}`
}

/** Whether it has its rank because it trends. Otherwise it has one because it is popular, or none. */
export function trends({ rank, score }: Pick<Hashtag, 'rank' | 'score'>): boolean {
  return rank !== null && score > 0
}

/** The place it has, if it has one, and why. */
export function whyRanked(hashtag: Numbers): string {
  const { rank, score, accounts24h, expected24h } = hashtag
  if (rank === null) return usage(hashtag)
  if (score === 0) return `Popular, number ${rank}: among the most used of the last seven days. ${usage(hashtag)}`
  const fades = score > trendScore({ observed: accounts24h, expected: expected24h })
  return `Trending, number ${rank}: ${usage(hashtag)}${fades ? '. It stood higher before, and fades by half every four hours' : ''}`
}
