import type { Viewer } from '@/lib/auth/viewer'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Range } from '@/lib/timelines/range'
import { heardSql } from '@/lib/users/visibility'

// The rules of the home timeline as conditions of SQL. Each is a query of its own for single rows, which PostgreSQL does not join with the
// others: it would search long for an order of so many joins, and may find one that reads everything.

export type Rules = ReturnType<typeof rulesFor>

/** The rules for this viewer and run of pages. */
export function rulesFor(me: Viewer, { cursor }: Pick<Range, 'cursor'>) {
  const follows = (id: Prisma.Sql) => Prisma.sql`
    (SELECT true FROM follows WHERE follower_id = ${me.id}::uuid AND following_id = ${id} AND ${heardSql(me, id)})`
  return {
    /** That the viewer wants to hear of this person. */
    hears: (id: Prisma.Sql) => Prisma.sql`(SELECT true WHERE ${heardSql(me, id)})`,
    /** That the viewer follows this person, and wants to hear of them. */
    follows,
    /** That something came later, but not after the run began. */
    newer: (again: Prisma.Sql, id: Prisma.Sql) =>
      cursor ? Prisma.sql`${again} > ${id} AND ${again} <= ${cursor.start}::uuid` : Prisma.sql`${again} > ${id}`,
    /** Of a tweet `t`, that it answers nobody, its own author, the viewer or somebody whom they follow. */
    answersFollowed: Prisma.sql`
      (t.reply_to_id IS NULL OR (SELECT parent.author_id = t.author_id OR parent.author_id = ${me.id}::uuid OR ${follows(Prisma.sql`parent.author_id`)}
        FROM tweets parent WHERE parent.id = t.reply_to_id))`,
  }
}

/** The condition, of which PostgreSQL expects that nearly everything meets it: so it reads in order and stops where it has enough. */
export function mostly(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT true WHERE ${condition}) IS NOT NULL`
}
