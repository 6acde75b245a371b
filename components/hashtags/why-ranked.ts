import { counted } from '@/components/ui/count'
import type { Hashtag } from '@/lib/hashtags/schema'

/** How many use the hashtag now, and how many usually do: "12 people in 24 h, usually 3". */
export function usage({ accounts24h, expected24h }: Pick<Hashtag, 'accounts24h' | 'expected24h'>): string {
  return `${counted(accounts24h, 'person', 'people')} in 24 h, usually ${Math.round(expected24h)}`
}

/** Whether it has its rank because it trends. Otherwise it has one because it is popular, or none. */
export function trends({ rank, score }: Pick<Hashtag, 'rank' | 'score'>): boolean {
  return rank !== null && score > 0
}
