import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { encodeNumber, numberedParams, type Page } from '@/lib/page'
import { hydrateUsers } from '@/lib/users/hydrate'
import type { User } from '@/lib/users/schema'
import { heardSql } from '@/lib/users/visibility'
import { parse } from '@/lib/validate'

/**
 * People whom the viewer may want to follow: first those whom most of the people they follow follow, then who wrote lately, the most
 * followed first. Nobody whom they follow, mute or block, or who blocks them. Its cursors are places, so that whom one follows between
 * two pages moves the rest up. Throws `unauthenticated` and `validation_failed`.
 */
export async function listSuggestions(viewer: Viewer | null, query: unknown): Promise<Page<User>> {
  const me = signedIn(viewer)
  const { limit, cursor: place = 0 } = parse(numberedParams, query)
  const rows = await db.$queryRaw<{ id: string }[]>(suggestedSql(me, { take: limit + 1, place }))
  const ids = rows.slice(0, limit).map(({ id }) => id)
  return { items: await hydrateUsers(me, ids), nextCursor: rows.length > limit ? encodeNumber(place + limit) : null }
}

/** Of how many people one followed last how many whom they followed last are looked at, and how many of the newest tweets. */
const NEAR = 200
const THEIRS = 50
const RECENT = 500

/** Reads a bounded number of rows, however many people and tweets there are. */
export function suggestedSql(me: Viewer, { take, place }: { take: number; place: number }): Prisma.Sql {
  return Prisma.sql`
    WITH found AS (
      SELECT theirs.id, count(*) AS friends FROM
        (SELECT following_id AS id FROM follows WHERE follower_id = ${me.id}::uuid ORDER BY follows.id DESC LIMIT ${NEAR}) near,
        LATERAL (SELECT following_id AS id FROM follows WHERE follower_id = near.id ORDER BY follows.id DESC LIMIT ${THEIRS}) theirs
      GROUP BY theirs.id
      UNION ALL
      SELECT DISTINCT author_id, 0 FROM
        (SELECT author_id FROM tweets WHERE deleted_at IS NULL AND reply_to_id IS NULL ORDER BY id DESC LIMIT ${RECENT}) recent
    )
    SELECT u.id FROM (SELECT id, max(friends) AS friends FROM found GROUP BY id) suggested JOIN users u ON u.id = suggested.id
    WHERE u.id <> ${me.id}::uuid AND ${heardSql(me, Prisma.sql`u.id`)}
      AND NOT EXISTS (SELECT 1 FROM follows WHERE follower_id = ${me.id}::uuid AND following_id = u.id)
    ORDER BY friends DESC, u.followers_count DESC, u.id LIMIT ${take} OFFSET ${place}`
}
