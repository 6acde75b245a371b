import type { Hashtag } from '@/lib/hashtags/schema'

const DAY_MS = 86_400_000
const TWEETS = [3, 0, 5, 2, 8, 13, 41]

/** A hashtag that trends, or is as `more` says. */
export function hashtag(word: string, more: Partial<Hashtag> = {}): Hashtag {
  return {
    word,
    display: word,
    tweetsCount: 128,
    rank: 1,
    score: 27,
    accounts24h: 12,
    expected24h: 3,
    history: TWEETS.map((tweets, day) => ({ date: dayBefore(6 - day), tweets, accounts: Math.ceil(tweets / 2) })),
    viewer: { following: false },
    ...more,
  }
}

function dayBefore(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10)
}
