import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { isFresh, trendScore, type Usage } from '@/lib/hashtags/ranking'
import type { Hashtag } from '@/lib/hashtags/schema'
import { historiesOf, usagesOf } from '@/lib/hashtags/usage'

/** A hashtag, what the last refresh found out about it, if anything, and what the viewer has to do with it. */
export type HashtagRow = {
  id: string
  word: string
  display: string
  tweetsCount: number
  rank: number | null
  score: number | null
  observed: number | null
  expected: number | null
  expectedAt: Date | null
  following: boolean
}

/** The hashtags (`h`, with their trend `t`) that the rest of the statement picks. */
export function findHashtagRows(viewer: Viewer | null, rest: Prisma.Sql): Promise<HashtagRow[]> {
  const following = viewer
    ? Prisma.sql`EXISTS (SELECT 1 FROM hashtag_follows f WHERE f.user_id = ${viewer.id}::uuid AND f.hashtag_id = h.id)`
    : Prisma.sql`false`
  return db.$queryRaw<HashtagRow[]>`
    SELECT h.id, h.word, h.display, h.tweets_count AS "tweetsCount", t.rank, t.score, t.observed, t.expected, t.expected_at AS "expectedAt",
      ${following} AS following
    FROM hashtags h LEFT JOIN hashtag_trends t ON t.hashtag_id = h.id ${rest}`
}

/**
 * Hashtags as the viewer sees them, in two queries however many they are. What the last refresh found is shown, so that a list agrees
 * with its ranks; `live` counts anew. The only way a hashtag leaves.
 */
export async function toHashtagViews(viewer: Viewer | null, rows: HashtagRow[], now: Date, { live = false } = {}): Promise<Hashtag[]> {
  const ids = rows.map(({ id }) => id)
  const toCount = rows.filter((row) => live || !isKnown(row, now)).map(({ id }) => id)
  const [usages, histories] = await Promise.all([usagesOf(toCount, now), historiesOf(ids, now)])
  return rows.map((row) => ({
    word: row.word,
    display: row.display,
    tweetsCount: row.tweetsCount,
    rank: row.rank,
    ...numbersOf(row, usages.get(row.id), now),
    history: histories.get(row.id) ?? [],
    viewer: viewer && { following: row.following },
  }))
}

/** Whether a refresh looked at it within the last two hours, and nothing of it was deleted since. */
function isKnown({ expectedAt }: HashtagRow, now: Date): boolean {
  return isFresh(expectedAt, now, 2)
}

/** The numbers as counted or else as the refresh found them; the score is never below what the refresh gave it, for its peak. */
function numbersOf(row: HashtagRow, counted: Usage | undefined, now: Date): Pick<Hashtag, 'score' | 'accounts24h' | 'expected24h'> {
  const { observed, expected } = counted ?? { observed: row.observed ?? 0, expected: row.expected ?? 1 }
  const known = isKnown(row, now) ? (row.score ?? 0) : 0
  return { score: counted ? Math.max(known, trendScore(counted)) : known, accounts24h: observed, expected24h: expected }
}
