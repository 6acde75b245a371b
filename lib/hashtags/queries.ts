import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { trendScore } from '@/lib/hashtags/ranking'
import type { Hashtag } from '@/lib/hashtags/schema'
import { type Page, pageParams } from '@/lib/page'
import { hydratePage } from '@/lib/tweets/hydrate'
import type { Tweet } from '@/lib/tweets/schema'
import { hashtagKey } from '@/lib/tweets/text'
import { heardUsers } from '@/lib/users/visibility'
import { parse } from '@/lib/validate'

const DAY_MS = 24 * 3600 * 1000

/** The hashtag, in any case and Unicode form, with or without its #. Throws `not_found` for one that nobody ever used. */
export async function getHashtag(viewer: Viewer | null, word: unknown): Promise<Hashtag> {
  const hashtag = await findHashtag(viewer, word)
  if (!hashtag) throw notFound('hashtag')
  return hashtag
}

/** The same, or null. */
export async function findHashtag(_viewer: Viewer | null, word: unknown, now = new Date()): Promise<Hashtag | null> {
  const row = await findRow(word)
  if (!row) return null
  const [usage, history] = await Promise.all([usageOf(row.id, now), historyOf(row.id, now)])
  const { observed, expected } = usage
  return {
    word: row.word,
    display: row.display,
    tweetsCount: row.tweetsCount,
    rank: null,
    score: trendScore(usage),
    accounts24h: observed,
    expected24h: expected,
    history,
  }
}

/** The tweets that use the hashtag, newest first. Throws `not_found` and `validation_failed`. */
export async function listHashtagTweets(viewer: Viewer | null, word: unknown, query: unknown): Promise<Page<Tweet>> {
  const { limit, cursor } = parse(pageParams, query)
  const row = await findRow(word)
  if (!row) throw notFound('hashtag')
  const rows = await db.tweetHashtag.findMany({
    where: { hashtagId: row.id, author: heardUsers(viewer), ...(cursor && { tweetId: { lt: cursor } }) },
    select: { tweetId: true },
    orderBy: { tweetId: 'desc' },
    take: limit + 1,
  })
  return hydratePage(
    viewer,
    rows.map(({ tweetId }) => ({ id: tweetId, tweetId })),
    limit,
  )
}

async function findRow(word: unknown) {
  const key = typeof word === 'string' ? hashtagKey(word) : null
  return key === null
    ? null
    : db.hashtag.findUnique({ where: { word: key }, select: { id: true, word: true, display: true, tweetsCount: true } })
}

/** Different accounts in the last 24 hours, and the mean per day over the seven days before, at least 1. */
async function usageOf(hashtagId: string, now: Date): Promise<{ observed: number; expected: number }> {
  const rows = await db.$queryRaw<{ day: number; accounts: number }[]>`
    SELECT floor(extract(epoch FROM ${now}::timestamptz - created_at) / 86400)::int AS day, count(DISTINCT author_id)::int AS accounts
    FROM tweet_hashtags WHERE hashtag_id = ${hashtagId}::uuid AND created_at > ${new Date(now.getTime() - 8 * DAY_MS)} AND created_at <= ${now}
    GROUP BY day`
  const observed = rows.find(({ day }) => day === 0)?.accounts ?? 0
  const before = rows.filter(({ day }) => day >= 1).reduce((sum, { accounts }) => sum + accounts, 0)
  return { observed, expected: Math.max(1, before / 7) }
}

/** Tweets and accounts on each of the last seven UTC days, oldest first. */
async function historyOf(hashtagId: string, now: Date): Promise<Hashtag['history']> {
  const dates = [6, 5, 4, 3, 2, 1, 0].map((days) => new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10))
  const rows = await db.$queryRaw<{ date: string; tweets: number; accounts: number }[]>`
    SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS date, count(*)::int AS tweets, count(DISTINCT author_id)::int AS accounts
    FROM tweet_hashtags WHERE hashtag_id = ${hashtagId}::uuid AND created_at >= ${new Date(`${dates[0]}T00:00:00Z`)} GROUP BY date`
  return dates.map((date) => rows.find((row) => row.date === date) ?? { date, tweets: 0, accounts: 0 })
}
