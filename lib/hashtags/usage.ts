import { type Db, db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Usage } from '@/lib/hashtags/ranking'
import type { Hashtag } from '@/lib/hashtags/schema'
import { presentSql } from '@/lib/users/visibility'

/** Who used a hashtag, in `tweet_hashtags`; whoever is suspended does not count. */
export const AUTHOR = Prisma.sql`tweet_hashtags.author_id`

const DAY_MS = 24 * 3600 * 1000

/** So many rolling days before. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS)
}

/** Of each of these hashtags the different accounts in the last 24 hours, and the mean per day over the seven days before, at least 1. */
export async function usagesOf(ids: string[], now: Date, client: Db = db): Promise<Map<string, Usage>> {
  if (ids.length === 0) return new Map()
  const rows = await client.$queryRaw<({ id: string } & Usage)[]>`
    SELECT hashtag_id AS id, (count(*) FILTER (WHERE day = 0))::int AS observed, greatest(1, count(*) FILTER (WHERE day > 0) / 7.0)::float AS expected
    FROM (
      SELECT DISTINCT hashtag_id, floor(extract(epoch FROM ${now}::timestamptz - created_at) / 86400)::int AS day, author_id FROM tweet_hashtags
      WHERE hashtag_id = ANY (${ids}::uuid[]) AND created_at > ${daysBefore(now, 8)}::timestamptz AND created_at <= ${now}::timestamptz
        AND ${presentSql(AUTHOR)}
    ) days GROUP BY hashtag_id`
  const found = new Map(rows.map(({ id, ...usage }) => [id, usage]))
  return new Map(ids.map((id) => [id, found.get(id) ?? { observed: 0, expected: 1 }]))
}

/** Of each of these hashtags the tweets and accounts on each of the last seven UTC days, oldest first. */
export async function historiesOf(ids: string[], now: Date): Promise<Map<string, Hashtag['history']>> {
  if (ids.length === 0) return new Map()
  const dates = [6, 5, 4, 3, 2, 1, 0].map((days) => daysBefore(now, days).toISOString().slice(0, 10))
  const rows = await db.$queryRaw<{ id: string; date: string; tweets: number; accounts: number }[]>`
    SELECT hashtag_id AS id, day::text AS date, sum(tweets)::int AS tweets, count(*)::int AS accounts
    FROM (
      SELECT hashtag_id, (created_at AT TIME ZONE 'UTC')::date AS day, author_id, count(*) AS tweets FROM tweet_hashtags
      WHERE hashtag_id = ANY (${ids}::uuid[]) AND created_at >= ${new Date(`${dates[0]}T00:00:00Z`)}::timestamptz
        AND ${presentSql(AUTHOR)} GROUP BY hashtag_id, day, author_id
    ) days GROUP BY hashtag_id, day`
  const historyOf = (id: string) =>
    dates.map((date) => {
      const { tweets, accounts } = rows.find((row) => row.id === id && row.date === date) ?? { tweets: 0, accounts: 0 }
      return { date, tweets, accounts }
    })
  return new Map(ids.map((id) => [id, historyOf(id)]))
}
