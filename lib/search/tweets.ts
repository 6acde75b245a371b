import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { encodeCursor, type Page, pageParams, topParams } from '@/lib/page'
import { parseSearch } from '@/lib/search/query'
import { before, type Sought, soughtBy } from '@/lib/search/sought'
import { askingSql, endOfWalkSql, estimateSql, indexSql, LONG_WALK, TOO_MANY, WALK, walkingSql, walkSql } from '@/lib/search/statements'
import { lookUp } from '@/lib/search/terms'
import { hydrateTweets } from '@/lib/tweets/hydrate'
import type { Tweet } from '@/lib/tweets/schema'
import { listTop, TOP_CANDIDATES, topRun } from '@/lib/tweets/top'
import { parse } from '@/lib/validate'

/** Of a walk that finds so many, the best are shown without asking what else there was long ago. */
const ENOUGH_FOR_TOP = 100

/** Nothing that one looks for. */
const NONE: Page<Tweet> = { items: [], nextCursor: null }

/**
 * The tweets that match the query, newest first. A page may hold fewer than `limit`, even nothing, and yet be followed by another: each
 * reads a bounded part of the past. Throws `validation_failed`.
 */
export async function listLatestTweets(viewer: Viewer | null, q: string, query: unknown): Promise<Page<Tweet>> {
  const { limit, cursor } = parse(pageParams, query)
  const sought = await seek(viewer, q)
  if (!sought) return NONE
  const { ids, next } = await findNewest(before(sought, cursor), limit)
  return { items: await hydrateTweets(viewer, ids), nextCursor: next && encodeCursor(next) }
}

/** Of the newest tweets that match the query, those that moved people most first. Throws `validation_failed`. */
export async function listTopTweets(viewer: Viewer | null, q: string, query: unknown): Promise<Page<Tweet>> {
  const { limit, cursor } = parse(topParams, query)
  const sought = await seek(viewer, q)
  if (!sought) return NONE
  const run = topRun(cursor)
  const { ids } = await findNewest(before(sought, run.start), TOP_CANDIDATES, ENOUGH_FOR_TOP)
  return listTop(viewer, ids, { limit, run })
}

async function seek(viewer: Viewer | null, q: string): Promise<Sought | null> {
  const { terms } = parseSearch(q)
  return soughtBy(viewer, terms, await lookUp(viewer, terms))
}

/** Ids, newest first, and the one after which the list goes on, if it does. */
type Found = { ids: string[]; next: string | null }

/**
 * The newest of what is sought: walking, which is quick where it is frequent; where that finds less than `enough`, by the index of
 * words, which is quick where it is rare; and where there are no words to ask that index for, or too many hold them, on a longer walk.
 */
async function findNewest(sought: Sought, limit: number, enough = limit + 1): Promise<Found> {
  const walk = await walkAlong(sought, limit, WALK, enough)
  if (walk.end === null) return cut(walk.ids, limit)
  if (await areRare(sought)) return cut(await idsOf(askingSql, indexSql(sought, limit + 1)), limit)
  const { ids, end } = await walkAlong(sought, limit, LONG_WALK)
  return end ? { ids, next: [end, ...ids].toSorted()[0] ?? end } : cut(ids, limit)
}

/** What a walk finds, and where it ended: null when it found enough, or when that is the end of everything. */
async function walkAlong(
  sought: Sought,
  limit: number,
  places: number,
  enough = limit + 1,
): Promise<{ ids: string[]; end: string | null }> {
  const ids = await idsOf(walkingSql, walkSql(sought, limit + 1, places))
  const [end] = ids.length < enough ? await idsOf(walkingSql, endOfWalkSql(sought, places)) : []
  return { ids, end: end ?? null }
}

/** True when there are words, and few enough tweets hold them to look at all of these. */
async function areRare(sought: Sought): Promise<boolean> {
  if (sought.words.length === 0) return false
  const [row] = await db.$queryRaw<[{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }]>(estimateSql(sought))
  return row['QUERY PLAN'][0].Plan['Plan Rows'] <= TOO_MANY
}

function cut(ids: string[], limit: number): Found {
  return { ids: ids.slice(0, limit), next: ids.length > limit ? (ids[limit - 1] ?? null) : null }
}

async function idsOf(steering: Prisma.Sql, statement: Prisma.Sql): Promise<string[]> {
  const [, rows] = await db.$transaction([db.$queryRaw(steering), db.$queryRaw<{ id: string }[]>(statement)])
  return rows.map(({ id }) => id)
}
