import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Page, pageParams } from '@/lib/page'
import { hydratePage } from '@/lib/tweets/hydrate'
import type { Tweet } from '@/lib/tweets/schema'
import { parse } from '@/lib/validate'

/**
 * What the viewer and the people they follow wrote, newest first. A reply shows only when it answers the viewer, its own author
 * or somebody the viewer follows. Throws `unauthenticated` and `validation_failed`.
 */
export async function listHome(viewer: Viewer | null, query: unknown): Promise<Page<Tweet>> {
  const me = signedIn(viewer)
  const { limit, cursor } = parse(pageParams, query)
  const older = cursor ? Prisma.sql`AND t.id < ${cursor}::uuid` : Prisma.empty
  // The newest of each person, from one index, so that the cost grows with the people followed and not with what they ever wrote.
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH people AS MATERIALIZED (
      SELECT ${me.id}::uuid AS id UNION ALL SELECT following_id FROM follows WHERE follower_id = ${me.id}::uuid
    )
    SELECT newest.id FROM people, LATERAL (
      SELECT t.id FROM tweets t LEFT JOIN tweets parent ON parent.id = t.reply_to_id
      WHERE t.author_id = people.id AND t.deleted_at IS NULL ${older}
        AND (t.reply_to_id IS NULL OR parent.author_id = t.author_id OR parent.author_id IN (SELECT id FROM people))
      ORDER BY t.id DESC LIMIT ${limit + 1}
    ) newest
    ORDER BY newest.id DESC LIMIT ${limit + 1}`
  return hydratePage(me, rows, limit)
}

/** Everybody's tweets, newest first, replies left out. Throws `validation_failed`. */
export async function listPublic(viewer: Viewer | null, query: unknown): Promise<Page<Tweet>> {
  const { limit, cursor } = parse(pageParams, query)
  const rows = await db.tweet.findMany({
    where: { deletedAt: null, replyToId: null, ...(cursor && { id: { lt: cursor } }) },
    select: { id: true },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  return hydratePage(viewer, rows, limit)
}
