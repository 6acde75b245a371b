import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { encodeTopCursor, type Page, topParams } from '@/lib/page'
import { parseSearch, plainText } from '@/lib/search/query'
import { askingSql } from '@/lib/search/statements'
import { topRun } from '@/lib/tweets/top'
import { hydrateUsers } from '@/lib/users/hydrate'
import type { User } from '@/lib/users/schema'
import { heardSql } from '@/lib/users/visibility'
import { parse } from '@/lib/validate'

/** How many people each way to find them may bring, and of how many followed ones the names are looked at. */
const EACH_WAY = 200
const FOLLOWED = 2_000
/** With fewer than these, what merely looks like the words is found too. */
const FEW = 20

/**
 * People by the words of the query: whoever has that username first, then those the viewer follows, then names that begin so, then
 * names that look like it. Nobody blocked either way, nobody muted. Throws `validation_failed`.
 */
export async function listPeople(viewer: Viewer | null, q: string, query: unknown): Promise<Page<User>> {
  const { limit, cursor } = parse(topParams, query)
  const text = plainText(parseSearch(q))
  if (text === '') return { items: [], nextCursor: null }
  const { start, after } = topRun(cursor)
  const ranked = rankedPeopleSql(viewer, text, { start, after, take: limit + 1 })
  const [, rows] = await db.$transaction([db.$queryRaw(askingSql), db.$queryRaw<Ranked[]>(ranked)])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await hydrateUsers(
      viewer,
      shown.map(({ id }) => id),
    ),
    nextCursor: rows.length > limit && last ? encodeTopCursor({ start, points: last.points, last: last.id }) : null,
  }
}

type Ranked = { id: string; points: number }
type Place = { start: string; after: { points: number; last: string } | null; take: number }

/** People found in each way, by points: in whole powers of two, so that a new follower or two moves nobody between pages. */
export function rankedPeopleSql(viewer: Viewer | null, text: string, { start, after, take }: Place): Prisma.Sql {
  const points = Prisma.sql`
    (u.username_key = asked.key)::int * 1048576 + (mine.id IS NOT NULL)::int * 524288 + begins::int * 262144
    + round(10 * word_similarity(asked.folded, search_fold(u.username || ' ' || u.name)))::int * 64 + floor(log(2, u.followers_count + 1))::int`
  return Prisma.sql`
    WITH ${askedSql(text)}, ${mineSql(viewer)}, ${begunSql(text)}, ${likeSql()}
    SELECT id, points FROM (
      SELECT u.id, ${points} AS points
      FROM (SELECT id, true AS begins FROM begun UNION ALL (SELECT id, false FROM alike EXCEPT SELECT id, false FROM begun)) found
        CROSS JOIN LATERAL (SELECT * FROM users WHERE users.id = found.id OFFSET 0) u CROSS JOIN asked LEFT JOIN mine ON mine.id = u.id
      WHERE ${heardSql(viewer, Prisma.sql`u.id`)} AND u.id <= ${start}::uuid
    ) ranked ${after ? Prisma.sql`WHERE (points, id) < (${after.points}::int, ${after.last}::uuid)` : Prisma.empty}
    ORDER BY points DESC, id DESC LIMIT ${take}`
}

/** What is asked for: as a username, as one text without case and accents, and as beginnings of words; of one or two letters only whole words. */
function askedSql(text: string): Prisma.Sql {
  return Prisma.sql`
    asked AS MATERIALIZED (
      SELECT lower(${text}) AS key, search_fold(${text}) AS folded, coalesce((
        SELECT string_agg(quote_literal(lexeme) || CASE WHEN char_length(lexeme) > 2 THEN ':*' ELSE '' END, ' & ')
        FROM unnest(to_tsvector('linnet', search_words(${text})))
      ), '')::tsquery && coalesce((
        SELECT string_agg('''' || gram || '''', ' & ') FROM unnest(search_grams(${text})) AS gram
      ), '')::tsquery AS begun
    )`
}

function mineSql(viewer: Viewer | null): Prisma.Sql {
  if (!viewer) return Prisma.sql`mine AS (SELECT NULL::uuid AS id WHERE false)`
  return Prisma.sql`
    mine AS MATERIALIZED (
      SELECT following_id AS id FROM follows WHERE follower_id = ${viewer.id}::uuid ORDER BY follows.id DESC LIMIT ${Prisma.raw(`${FOLLOWED}`)}
    )`
}

/** Whose username is it or begins so, and whose names hold words that begin so; whom the viewer follows cannot be lost among the many. */
function begunSql(text: string): Prisma.Sql {
  const each = Prisma.raw(`LIMIT ${EACH_WAY}`)
  const key = text.toLowerCase()
  const prefix = /^[a-z0-9_]{1,20}$/.test(key)
    ? Prisma.sql`username_key COLLATE "C" >= ${key} AND username_key COLLATE "C" < ${`${key}~`}`
    : Prisma.sql`false`
  return Prisma.sql`
    begun AS MATERIALIZED (
      (SELECT id FROM users WHERE username_key = (SELECT key FROM asked))
      UNION (
        SELECT u.id FROM mine CROSS JOIN LATERAL (SELECT * FROM users WHERE users.id = mine.id OFFSET 0) u
        WHERE starts_with(u.username_key, (SELECT key FROM asked))
          OR position(' ' || (SELECT folded FROM asked) IN ' ' || search_fold(u.username || ' ' || u.name)) > 0 ${each})
      UNION (SELECT id FROM users WHERE ${prefix} ORDER BY username_key COLLATE "C" ${each})
      UNION (SELECT id FROM users WHERE search_document(username || ' ' || name) @@ (SELECT begun FROM asked) ${each})
    )`
}

/** Whose names look like it, typing errors and all; only where there are few others. */
function likeSql(): Prisma.Sql {
  return Prisma.sql`
    alike AS MATERIALIZED (
      SELECT id FROM users
      WHERE (SELECT count(*) FROM begun) < ${Prisma.raw(`${FEW}`)} AND (SELECT char_length(folded) FROM asked) > 2
        AND search_fold(username || ' ' || name) %> (SELECT folded FROM asked) LIMIT ${Prisma.raw(`${EACH_WAY}`)}
    )`
}
