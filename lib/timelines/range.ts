import { Prisma } from '@/lib/generated/prisma/client'
import type { RunCursor } from '@/lib/page'

/** Which part of the home timeline is asked for, and how much of it; `own` false leaves out what the viewer wrote. */
export type Range = { cursor: RunCursor | undefined; since: string | undefined; take: number; own?: boolean }

/** Below every id: where a timeline begins that has nothing yet. */
export const OLDEST = '00000000-0000-0000-0000-000000000000'

/** That the column holds an id of the range, to go on with in a condition of SQL. */
export function withinSql({ cursor, since }: Pick<Range, 'cursor' | 'since'>, id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    ${cursor ? Prisma.sql`AND ${id} < ${cursor.last}::uuid` : Prisma.empty} ${since ? Prisma.sql`AND ${id} > ${since}::uuid` : Prisma.empty}`
}
