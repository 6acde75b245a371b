import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { mapPage, type Page, pageParams, toPage } from '@/lib/page'
import type { User } from '@/lib/users/schema'
import { toUserView, userSelect } from '@/lib/users/view'
import { presentUsers } from '@/lib/users/visibility'
import { parse } from '@/lib/validate'

/** Whom the viewer blocks, newest first. Throws `unauthenticated` and `validation_failed`. */
export async function listBlocked(viewer: Viewer | null, query: unknown): Promise<Page<User>> {
  const me = signedIn(viewer)
  const { limit, cursor } = parse(pageParams, query)
  const rows = await db.block.findMany({
    where: { blockerId: me.id, blocked: presentUsers, ...(cursor && { id: { lt: cursor } }) },
    select: { id: true, blocked: { select: userSelect(me) } },
    orderBy: { id: 'desc' },
    take: limit + 1,
    relationLoadStrategy: 'join',
  })
  return mapPage(toPage(rows, limit), (row) => toUserView(row.blocked, me))
}
