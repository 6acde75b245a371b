import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { User } from '@/lib/users/schema'
import { toUserView, userSelect } from '@/lib/users/view'

/** The people with these ids, as the viewer sees them, in the order of the ids, in one query. Whom the viewer may see is asked before. */
export async function hydrateUsers(viewer: Viewer | null, ids: string[]): Promise<User[]> {
  if (ids.length === 0) return []
  const rows = await db.user.findMany({ where: { id: { in: ids } }, select: userSelect(viewer), relationLoadStrategy: 'join' })
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map((row) => toUserView(row, viewer)))
}
