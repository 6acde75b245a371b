import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { encodeCursor, type Page, pageParams, topParams } from '@/lib/page'
import { parseSearch } from '@/lib/search/query'
import { before, endOfWalkSql, indexSql, type Sought, soughtBy, walkSql } from '@/lib/search/statements'
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
 * words, which is quick where it is rare; and without words to ask that index for, as far as the walk went.
 */
async function findNewest(sought: Sought, limit: number, enough = limit + 1): Promise<Found> {
  const walked = await idsOf(walkSql(sought, limit + 1))
  if (walked.length >= enough) return cut(walked, limit)
  const [end] = await idsOf(endOfWalkSql(sought))
  if (end === undefined) return cut(walked, limit)
  if (sought.words.length > 0) return cut(await idsOf(indexSql(sought, limit + 1)), limit)
  const last = walked.at(-1)
  return { ids: walked, next: last && last < end ? last : end }
}

function cut(ids: string[], limit: number): Found {
  return { ids: ids.slice(0, limit), next: ids.length > limit ? (ids[limit - 1] ?? null) : null }
}

async function idsOf(statement: Prisma.Sql): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(statement)
  return rows.map(({ id }) => id)
}
