import { trendScore } from '@/lib/hashtags/ranking'
import type { Hashtag } from '@/lib/hashtags/schema'
import type { Key } from '@/lib/words/catalogue'
import type { Words } from '@/lib/words/words'

type Numbers = Pick<Hashtag, 'rank' | 'score' | 'accounts24h' | 'expected24h'>

type HashtagWords = Words<Key<'hashtags'>>

/** How many use the hashtag now, and how many usually do: "12 people in 24 h, usually 3". */
export function usage({ accounts24h, expected24h }: Pick<Hashtag, 'accounts24h' | 'expected24h'>, t: HashtagWords): string {
  return t('usage', { count: accounts24h, usually: Math.round(expected24h) })
}

/** Whether it has its rank because it trends. Otherwise it has one because it is popular, or none. */
export function trends({ rank, score }: Pick<Hashtag, 'rank' | 'score'>): boolean {
  return rank !== null && score > 0
}

/** The place it has, if it has one, and why. */
export function whyRanked(hashtag: Numbers, t: HashtagWords): string {
  const { rank, score, accounts24h, expected24h } = hashtag
  if (rank === null) return usage(hashtag, t)
  const values = { rank, usage: usage(hashtag, t) }
  if (score === 0) return t('popularRank', values)
  const fades = score > trendScore({ observed: accounts24h, expected: expected24h })
  return t(fades ? 'trendingFades' : 'trendingRank', values)
}
