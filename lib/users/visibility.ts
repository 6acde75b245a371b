import type { Viewer } from '@/lib/auth/viewer'
import { Prisma } from '@/lib/generated/prisma/client'

type Asker = Pick<Viewer, 'id'> | null

/** People whom anybody may see: nobody who is suspended. */
export const presentUsers = { suspendedAt: null } satisfies Prisma.UserWhereInput

/** People whom the viewer may see: nobody who is suspended or blocks them. */
export function visibleUsers(viewer: Asker): Prisma.UserWhereInput {
  return { ...presentUsers, ...(viewer && { blocking: { none: { blockedId: viewer.id } } }) }
}

/** People who may stand in a list for the viewer: nobody who is suspended, blocks them or whom they block. */
export function unblockedUsers(viewer: Asker): Prisma.UserWhereInput {
  return { ...visibleUsers(viewer), ...(viewer && { blockedBy: { none: { blockerId: viewer.id } } }) }
}

/** People whom the viewer wants to hear of unasked: not suspended, not blocked either way, not muted. */
export function heardUsers(viewer: Asker): Prisma.UserWhereInput {
  return { ...unblockedUsers(viewer), ...(viewer && { mutedBy: { none: { muterId: viewer.id } } }) }
}

/** `presentUsers` as a condition of SQL on a column that holds a person's id. Few are suspended, and they have an index of their own. */
export function presentSql(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM users suspended WHERE suspended.id = ${column} AND suspended.suspended_at IS NOT NULL)`
}

/** `unblockedUsers` as a condition of SQL on a column that holds a person's id. */
export function unblockedSql(viewer: Asker, column: Prisma.Sql): Prisma.Sql {
  if (!viewer) return presentSql(column)
  return Prisma.sql`${presentSql(column)} AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = ${column} AND blocked_id = ${viewer.id}::uuid)
    AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = ${viewer.id}::uuid AND blocked_id = ${column})`
}

/** `heardUsers` as a condition of SQL on a column that holds a person's id. */
export function heardSql(viewer: Asker, column: Prisma.Sql): Prisma.Sql {
  if (!viewer) return unblockedSql(viewer, column)
  return Prisma.sql`${unblockedSql(viewer, column)} AND NOT EXISTS (SELECT 1 FROM mutes WHERE muter_id = ${viewer.id}::uuid AND muted_id = ${column})`
}
