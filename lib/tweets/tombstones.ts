import { db } from '@/lib/db'

const MONTH_MS = 30 * 24 * 3600 * 1000
/** How many one statement looks at, so that it is short. */
const BATCH = 1_000

type Place = { deletedAt: Date; id: string }

/**
 * Removes the empty rows of tweets that were deleted more than 30 days ago and that nothing needs: nothing answers or quotes them, and no
 * conversation began with them. What such a row alone answered goes in a later run. Answers how many were removed.
 */
export async function removeTombstones(now = new Date(), isOver: () => boolean = () => false): Promise<number> {
  const end = new Date(now.getTime() - MONTH_MS)
  let removed = 0
  for (let after: Place | null = { deletedAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' }; after && !isOver(); ) {
    const seen: Place[] = await db.$queryRaw`
      SELECT id, deleted_at AS "deletedAt" FROM tweets
      WHERE deleted_at < ${end} AND (deleted_at, id) > (${after.deletedAt}::timestamptz, ${after.id}::uuid) ORDER BY deleted_at, id LIMIT ${BATCH}`
    removed += await removeNeedless(seen.map(({ id }) => id))
    after = seen.length === BATCH ? (seen.at(-1) ?? null) : null
  }
  return removed
}

/** Nothing new can need a tweet that is deleted. */
function removeNeedless(ids: string[]): Promise<number> {
  return db.$executeRaw`
    DELETE FROM tweets t WHERE id = ANY (${ids}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM tweets WHERE reply_to_id = t.id)
      AND NOT EXISTS (SELECT 1 FROM tweets WHERE quote_id = t.id)
      AND NOT EXISTS (SELECT 1 FROM tweets WHERE conversation_id = t.id AND id <> t.id)`
}
