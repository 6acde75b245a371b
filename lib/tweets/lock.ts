import type { Viewer } from '@/lib/auth/viewer'
import type { Db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { unblockedSql } from '@/lib/users/visibility'

/** What commands need to know of a tweet that they act on. */
export type LockedTweet = { id: string; authorId: string; conversationId: string }

/**
 * Those of the tweets that the viewer may see, held until the transaction ends, so that they are not deleted meanwhile and their
 * counters change one after the other. Always the newest first, so that nobody waits in a ring.
 */
export async function lockTweets(tx: Db, viewer: Viewer | null, ids: string[]): Promise<LockedTweet[]> {
  if (ids.length === 0) return []
  return tx.$queryRaw`
    SELECT id, author_id AS "authorId", conversation_id AS "conversationId" FROM tweets
    WHERE id = ANY (${ids}::uuid[]) AND deleted_at IS NULL AND ${unblockedSql(viewer, Prisma.sql`author_id`)}
    ORDER BY id DESC FOR NO KEY UPDATE`
}
