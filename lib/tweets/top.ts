import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { newId } from '@/lib/id'
import { encodeTopCursor, type Page, type TopCursor } from '@/lib/page'
import { hydrateTweets } from '@/lib/tweets/hydrate'
import type { Tweet } from '@/lib/tweets/schema'

/** How many of the newest tweets compete. */
export const TOP_CANDIDATES = 1_000

/** A run of pages: everything in it is as it was at `start`; `after` is the last row seen, if there was one. */
export type TopRun = { start: string; after: Pick<TopCursor, 'points' | 'last'> | null }

/** The run that the cursor goes on with, or a new one that begins now. Candidates are to be sought among the ids up to its `start`. */
export function topRun(cursor: TopCursor | undefined): TopRun {
  return cursor ? { start: cursor.start, after: cursor } : { start: newId(), after: null }
}

/**
 * A page of these tweets, those that moved people most first: likes + 2 × (retweets + quotes) + replies, newest first among equals.
 * The caller gives the newest ids, at most `TOP_CANDIDATES`, that match, are visible to the viewer, and are no newer than `run.start`.
 */
export async function listTop(viewer: Viewer | null, ids: string[], { limit, run }: { limit: number; run: TopRun }): Promise<Page<Tweet>> {
  const rows = await db.$queryRaw<Ranked[]>(rankedSql(ids, run, limit + 1))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await hydrateTweets(
      viewer,
      shown.map(({ id }) => id),
    ),
    nextCursor: rows.length > limit && last ? encodeTopCursor({ start: run.start, points: last.points, last: last.id }) : null,
  }
}

type Ranked = { id: string; points: number }

function rankedSql(ids: string[], { start, after }: TopRun, take: number): Prisma.Sql {
  const points = Prisma.sql`t.likes_count + 2 * (t.retweets_count + t.quotes_count) + t.replies_count`
  return Prisma.sql`
    SELECT id, points FROM (
      SELECT t.id, ${after ? Prisma.sql`greatest(0, ${points} - ${pointsSince(start)})` : points} AS points
      FROM tweets t WHERE t.id = ANY (${ids}::uuid[]) AND t.deleted_at IS NULL
    ) ranked ${after ? Prisma.sql`WHERE (points, id) < (${after.points}::int, ${after.last}::uuid)` : Prisma.empty}
    ORDER BY points DESC, id DESC LIMIT ${take}`
}

/**
 * What a tweet gained since the run began. Without it nothing can climb past the place where a page was cut, so that nothing is lost;
 * only what loses points meanwhile can come a second time.
 */
function pointsSince(start: string): Prisma.Sql {
  return Prisma.sql`(
    (SELECT count(*) FROM likes WHERE tweet_id = t.id AND id > ${start}::uuid)
    + 2 * (SELECT count(*) FROM retweets WHERE tweet_id = t.id AND id > ${start}::uuid)
    + 2 * (SELECT count(*) FROM tweets WHERE quote_id = t.id AND id > ${start}::uuid AND deleted_at IS NULL)
    + (SELECT count(*) FROM tweets WHERE reply_to_id = t.id AND id > ${start}::uuid AND deleted_at IS NULL))::int`
}
