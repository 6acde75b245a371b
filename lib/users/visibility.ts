import type { Viewer } from '@/lib/auth/viewer'
import { Prisma } from '@/lib/generated/prisma/client'

type Asker = Pick<Viewer, 'id'> | null

/** People whom the viewer may see: nobody who blocks them. */
export function visibleUsers(viewer: Asker): Prisma.UserWhereInput {
  return viewer ? { blocking: { none: { blockedId: viewer.id } } } : {}
}

/** People who may stand in a list for the viewer: nobody who blocks them or whom they block. */
export function unblockedUsers(viewer: Asker): Prisma.UserWhereInput {
  return viewer ? { blocking: { none: { blockedId: viewer.id } }, blockedBy: { none: { blockerId: viewer.id } } } : {}
}

/** People whom the viewer wants to hear of unasked: not blocked either way, not muted. */
export function heardUsers(viewer: Asker): Prisma.UserWhereInput {
  return viewer ? { ...unblockedUsers(viewer), mutedBy: { none: { muterId: viewer.id } } } : {}
}

/** `unblockedUsers` as a condition of SQL on a column that holds a person's id. */
export function unblockedSql(viewer: Asker, column: Prisma.Sql): Prisma.Sql {
  if (!viewer) return Prisma.sql`true`
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = ${column} AND blocked_id = ${viewer.id}::uuid)
    AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = ${viewer.id}::uuid AND blocked_id = ${column})`
}

/** `heardUsers` as a condition of SQL on a column that holds a person's id. */
export function heardSql(viewer: Asker, column: Prisma.Sql): Prisma.Sql {
  if (!viewer) return Prisma.sql`true`
  return Prisma.sql`${unblockedSql(viewer, column)} AND NOT EXISTS (SELECT 1 FROM mutes WHERE muter_id = ${viewer.id}::uuid AND muted_id = ${column})`
}
