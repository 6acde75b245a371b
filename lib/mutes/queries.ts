import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { mapPage, type Page, pageParams, toPage } from '@/lib/page'
import type { User } from '@/lib/users/schema'
import { toUserView, userSelect } from '@/lib/users/view'
import { visibleUsers } from '@/lib/users/visibility'
import { parse } from '@/lib/validate'

/** Whom the viewer mutes and may see, newest first. Throws `unauthenticated` and `validation_failed`. */
export async function listMuted(viewer: Viewer | null, query: unknown): Promise<Page<User>> {
  const me = signedIn(viewer)
  const { limit, cursor } = parse(pageParams, query)
  const rows = await db.mute.findMany({
    where: { muterId: me.id, muted: visibleUsers(me), ...(cursor && { id: { lt: cursor } }) },
    select: { id: true, muted: { select: userSelect(me) } },
    orderBy: { id: 'desc' },
    take: limit + 1,
    relationLoadStrategy: 'join',
  })
  return mapPage(toPage(rows, limit), (row) => toUserView(row.muted, me))
}
