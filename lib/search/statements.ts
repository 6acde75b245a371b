import type { Viewer } from '@/lib/auth/viewer'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Term } from '@/lib/search/query'
import { conditionOf, idAt, type Names, NEVER } from '@/lib/search/terms'
import { heardSql, unblockedSql } from '@/lib/users/visibility'

/** How many places of an index one walk reads, at most. */
export const WALK = 10_000

/** Which tweets to find: the words they must hold, what else they must be, since and until when, and the index along which the newest are reached. */
export type Sought = { words: Prisma.Sql[]; others: Prisma.Sql[]; range: Range; along: Along }

/** Ids from `from` on and below `below`. */
type Range = { from?: string | undefined; below?: string | undefined }

/** An index that gives the ids of tweets in order, and how many it holds, if that is known. */
type Along = { table: Prisma.Sql; id: Prisma.Sql; where?: Prisma.Sql; size: number }

const ALL: Along = { table: Prisma.sql`tweets`, id: Prisma.sql`id`, size: Number.POSITIVE_INFINITY }

/** What the terms ask for; null when nothing can be that, because they name what does not exist or hold nothing but punctuation. */
export function soughtBy(viewer: Viewer | null, terms: Term[], names: Names): Sought | null {
  const asked = terms.flatMap((term) => {
    const sql = conditionOf(term, names)
    return sql ? [{ term, sql }] : []
  })
  const wanted = asked.filter(({ term }) => !term.not)
  if (asked.length === 0 || wanted.some(({ sql }) => sql === NEVER)) return null
  const others = asked.filter(({ term }) => term.not || term.kind !== 'words')
  // Whoever asks for somebody by name hears of them, muted or not.
  const visible = wanted.some(({ term }) => term.kind === 'from') ? unblockedSql : heardSql
  return {
    words: wanted.filter(({ term }) => term.kind === 'words').map(({ sql }) => sql),
    others: [...others.map(({ term, sql }) => (term.not ? Prisma.sql`NOT (${sql})` : sql)), visible(viewer, Prisma.sql`t.author_id`)],
    range: rangeOf(wanted.map(({ term }) => term)),
    along: shortest(wanted.flatMap(({ term }) => alongOf(term, names) ?? [])),
  }
}

/** The same, of what is older than this id. */
export function before(sought: Sought, id: string | undefined): Sought {
  const { below } = sought.range
  return { ...sought, range: { ...sought.range, below: id && below && below < id ? below : (id ?? below) } }
}

/**
 * The newest of what is sought among the first `WALK` places of the index, and no more than `take`: good for what is frequent. The
 * conditions stand in one expression, so that the planner can make no join of them that would have to read all places before it answers.
 */
export function walkSql({ words, others, range, along }: Sought, take: number): Prisma.Sql {
  const conditions = Prisma.join([Prisma.sql`t.deleted_at IS NULL`, ...words, ...others], ' AND ')
  if (along.table.sql === 'tweets') {
    return Prisma.sql`
      SELECT t.id FROM (SELECT * FROM tweets WHERE ${placesOf(along, range)} LIMIT ${Prisma.raw(`${WALK}`)}) t
      WHERE (${conditions}) IS TRUE ORDER BY t.id DESC LIMIT ${take}`
  }
  return Prisma.sql`
    SELECT place.id FROM (SELECT ${along.id} AS id FROM ${along.table} WHERE ${placesOf(along, range)} LIMIT ${Prisma.raw(`${WALK}`)}) place
      CROSS JOIN LATERAL (SELECT * FROM tweets WHERE tweets.id = place.id OFFSET 0) t
    WHERE (${conditions}) IS TRUE ORDER BY place.id DESC LIMIT ${take}`
}

/** The last id that a walk reads; none when it reads to the end. */
export function endOfWalkSql({ range, along }: Sought): Prisma.Sql {
  return Prisma.sql`SELECT ${along.id} AS id FROM ${along.table} WHERE ${placesOf(along, range)} OFFSET ${Prisma.raw(`${WALK - 1}`)} LIMIT 1`
}

/** The newest of what is sought, of everything that holds its words, and no more than `take`: good for what is rare. */
export function indexSql({ words, others, range }: Sought, take: number): Prisma.Sql {
  const conditions = Prisma.join([Prisma.sql`t.deleted_at IS NULL`, ...others], ' AND ')
  return Prisma.sql`
    SELECT id FROM (
      SELECT t.id FROM tweets t WHERE ${Prisma.join(words, ' AND ')} AND ${within(Prisma.sql`t.id`, range)} AND (${conditions}) IS TRUE OFFSET 0
    ) holding ORDER BY id DESC LIMIT ${take}`
}

function placesOf({ id, where }: Along, range: Range): Prisma.Sql {
  return Prisma.sql`${where ?? Prisma.sql`true`} AND ${within(id, range)} ORDER BY ${id} DESC`
}

function within(id: Prisma.Sql, { from, below }: Range): Prisma.Sql {
  return Prisma.sql`${from ? Prisma.sql`${id} >= ${from}::uuid` : Prisma.sql`true`} AND ${below ? Prisma.sql`${id} < ${below}::uuid` : Prisma.sql`true`}`
}

function rangeOf(wanted: Term[]): Range {
  const from = wanted.flatMap((term) => (term.kind === 'since' ? idAt(term.day) : [])).toSorted()
  const below = wanted.flatMap((term) => (term.kind === 'until' ? idAt(term.day) : [])).toSorted()
  return { from: from.at(-1), below: below[0] }
}

function shortest(indexes: Along[]): Along {
  return indexes.toSorted((a, b) => a.size - b.size)[0] ?? ALL
}

function alongOf(term: Term, { people, tags }: Names): Along | undefined {
  if (term.kind === 'tag') {
    const tag = tags.get(term.word)
    return (
      tag && {
        table: Prisma.sql`tweet_hashtags`,
        id: Prisma.sql`tweet_id`,
        where: Prisma.sql`hashtag_id = ${tag.id}::uuid`,
        size: tag.tweetsCount,
      }
    )
  }
  const person = 'username' in term ? people.get(term.username.toLowerCase()) : undefined
  if (!person || term.kind === 'to') return undefined
  return term.kind === 'from'
    ? {
        table: Prisma.sql`tweets`,
        id: Prisma.sql`id`,
        where: Prisma.sql`author_id = ${person.id}::uuid AND deleted_at IS NULL`,
        size: person.tweetsCount,
      }
    : { table: Prisma.sql`mentions`, id: Prisma.sql`tweet_id`, where: Prisma.sql`user_id = ${person.id}::uuid`, size: MENTIONS }
}

/** Nobody counts how often a person is mentioned; surely less than everything. */
const MENTIONS = Number.MAX_SAFE_INTEGER
