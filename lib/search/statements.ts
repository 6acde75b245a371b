import { Prisma } from '@/lib/generated/prisma/client'
import type { Along, Range, Sought } from '@/lib/search/sought'

/** How many places of an index a walk reads, at most, and how many one that goes on where the first found too little. */
export const WALK = 10_000
export const LONG_WALK = 100_000
/** Of words that more tweets hold than this, as far as the database knows, the index of words is not asked. */
export const TOO_MANY = 200_000

/** For the rest of a transaction: walks go along the order of an index, and are planned for what they are asked. */
export const walkingSql = Prisma.sql`
  SELECT set_config(name, value, true) FROM (VALUES
    ('plan_cache_mode', 'force_custom_plan'), ('enable_sort', 'off'), ('enable_bitmapscan', 'off'), ('enable_seqscan', 'off')
  ) AS steering (name, value)`

/** For the rest of a transaction: what asks an index of words or names is planned for what it is asked. */
export const askingSql = Prisma.sql`SELECT set_config('plan_cache_mode', 'force_custom_plan', true)`

/**
 * The newest of what is sought among the first so many places of the index, and no more than `take`: good for what is frequent. The
 * conditions stand in one expression, so that the planner can make no join of them that would have to read all places before it answers.
 */
export function walkSql(sought: Sought, take: number, places = WALK): Prisma.Sql {
  const { words, others, along } = sought
  const conditions = Prisma.join([Prisma.sql`t.deleted_at IS NULL`, ...words, ...others], ' AND ')
  const limit = Prisma.raw(`LIMIT ${places}`)
  const owner = along.of?.column ?? Prisma.sql`NULL`
  if (along.table.sql === 'tweets') {
    return Prisma.sql`
      SELECT id FROM (SELECT *, ${owner} AS owner FROM tweets ${placesOf(sought)} ${limit}) t
      WHERE (${conditions}) IS TRUE ORDER BY ${orderOf(along, Prisma.sql`owner`, Prisma.sql`id`)} LIMIT ${take}`
  }
  return Prisma.sql`
    SELECT place.id FROM (SELECT ${along.id} AS id, ${owner} AS owner FROM ${along.table} ${placesOf(sought)} ${limit}) place
      CROSS JOIN LATERAL (SELECT * FROM tweets WHERE tweets.id = place.id OFFSET 0) t
    WHERE (${conditions}) IS TRUE ORDER BY ${orderOf(along, Prisma.sql`place.owner`, Prisma.sql`place.id`)} LIMIT ${take}`
}

/** The last id that such a walk reads; none when it reads to the end. */
export function endOfWalkSql(sought: Sought, places = WALK): Prisma.Sql {
  const { id, table } = sought.along
  return Prisma.sql`SELECT ${id} AS id FROM ${table} ${placesOf(sought)} OFFSET ${Prisma.raw(`${places - 1}`)} LIMIT 1`
}

/**
 * The newest of what is sought, of everything that holds its words, and no more than `take`: good for what is rare. Only the words
 * stand where the planner can choose an index for them.
 */
export function indexSql({ words, others, range, along }: Sought, take: number): Prisma.Sql {
  const conditions = Prisma.join([within(Prisma.sql`t.id`, range), Prisma.sql`t.deleted_at IS NULL`, along.condition, ...others], ' AND ')
  return Prisma.sql`
    SELECT id FROM (SELECT t.id FROM tweets t WHERE ${Prisma.join(words, ' AND ')} AND (${conditions}) IS TRUE OFFSET 0) holding
    ORDER BY id DESC LIMIT ${take}`
}

/** Asks the planner how many tweets hold the words. */
export function estimateSql({ words }: Sought): Prisma.Sql {
  return Prisma.sql`EXPLAIN (FORMAT JSON) SELECT 1 FROM tweets t WHERE ${Prisma.join(words, ' AND ')}`
}

/** By `= ANY`, and ordered by the owner too, so that no other index than the owner's has this order, however many places are the owner's. */
function placesOf({ along, range }: Sought): Prisma.Sql {
  const { id, of } = along
  const owned = of ? Prisma.sql`${of.column} = ANY (ARRAY[${of.id}::uuid])` : Prisma.sql`true`
  const live = along.table.sql === 'tweets' && of ? Prisma.sql`deleted_at IS NULL` : Prisma.sql`true`
  return Prisma.sql`WHERE ${owned} AND ${live} AND ${within(id, range)} ORDER BY ${orderOf(along, of?.column ?? id, id)}`
}

function orderOf({ of }: Along, owner: Prisma.Sql, id: Prisma.Sql): Prisma.Sql {
  if (!of) return Prisma.sql`${id} DESC`
  return of.down ? Prisma.sql`${owner} DESC, ${id} DESC` : Prisma.sql`${owner}, ${id} DESC`
}

function within(id: Prisma.Sql, { from, below }: Range): Prisma.Sql {
  return Prisma.sql`${from ? Prisma.sql`${id} >= ${from}::uuid` : Prisma.sql`true`} AND ${below ? Prisma.sql`${id} < ${below}::uuid` : Prisma.sql`true`}`
}
