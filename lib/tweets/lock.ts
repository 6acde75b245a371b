import type { Viewer } from '@/lib/auth/viewer'
import type { Db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { unblockedSql } from '@/lib/users/visibility'

/** What commands need to know of a tweet that they act on. */
export type LockedTweet = { id: string; authorId: string; conversationId: string }

/**
 * The tweet, if the viewer may see it, held until the transaction ends, so that it is not deleted meanwhile and its counters
 * change one after the other. Null for an unknown, deleted or hidden one.
 */
export async function lockTweet(tx: Db, viewer: Viewer, id: string): Promise<LockedTweet | null> {
  const [tweet] = await tx.$queryRaw<LockedTweet[]>`
    SELECT id, author_id AS "authorId", conversation_id AS "conversationId" FROM tweets
    WHERE id = ${id}::uuid AND deleted_at IS NULL AND ${unblockedSql(viewer, Prisma.sql`author_id`)}
    FOR NO KEY UPDATE`
  return tweet ?? null
}
