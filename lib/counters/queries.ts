import { type Db, db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'

/** A stored count, and the rows that it should equal: table, column, and a query of that count for one row `x` of the table. */
export const COUNTERS = [
  ['users', 'followers_count', 'SELECT count(*) FROM follows WHERE following_id = x.id'],
  ['users', 'following_count', 'SELECT count(*) FROM follows WHERE follower_id = x.id'],
  ['users', 'tweets_count', 'SELECT count(*) FROM tweets WHERE author_id = x.id AND deleted_at IS NULL'],
  ['tweets', 'likes_count', 'SELECT count(*) FROM likes WHERE tweet_id = x.id'],
  ['tweets', 'retweets_count', 'SELECT count(*) FROM retweets WHERE tweet_id = x.id'],
  ['tweets', 'replies_count', 'SELECT count(*) FROM tweets r WHERE r.reply_to_id = x.id AND r.deleted_at IS NULL'],
  ['tweets', 'quotes_count', 'SELECT count(*) FROM tweets q WHERE q.quote_id = x.id AND q.deleted_at IS NULL'],
  ['hashtags', 'tweets_count', 'SELECT count(*) FROM tweet_hashtags WHERE hashtag_id = x.id'],
] as const

type Counter = (typeof COUNTERS)[number]
export type WrongCounter = { table: Counter[0]; column: Counter[1]; id: string; stored: number; counted: number }

/** Every stored count, or of some rows of one table, that differs from a recount, up to a thousand of each kind; one query for each kind. */
export async function listWrongCounters(client: Db = db, among?: { table: Counter[0]; ids: string[] }): Promise<WrongCounter[]> {
  const wrong: WrongCounter[] = []
  for (const [table, column, count] of COUNTERS.filter(([name]) => !among || name === among.table)) {
    const [rows, stored, recount] = [Prisma.raw(table), Prisma.raw(column), Prisma.raw(count)]
    const found = await client.$queryRaw<Pick<WrongCounter, 'id' | 'stored' | 'counted'>[]>`
      SELECT x.id, x.${stored} AS stored, recount.counted FROM ${rows} x, LATERAL (SELECT (${recount})::int AS counted) recount
      WHERE x.${stored} <> recount.counted ${among ? Prisma.sql`AND x.id = ANY (${among.ids}::uuid[])` : Prisma.empty} LIMIT 1000`
    wrong.push(...found.map((row) => ({ table, column, ...row })))
  }
  return wrong
}
