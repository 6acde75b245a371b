import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { findHashtagRows, toHashtagViews } from '@/lib/hashtags/hydrate'
import { type Hashtag, hashtagsParams, hashtagTweetsParams } from '@/lib/hashtags/schema'
import { refreshTrends } from '@/lib/hashtags/trends'
import { log } from '@/lib/log'
import { encodeCountCursor, encodeCursor, encodeNumber, numberedParams, type Page, pageParams, topParams } from '@/lib/page'
import { hydratePage } from '@/lib/tweets/hydrate'
import type { Tweet } from '@/lib/tweets/schema'
import { hashtagKey } from '@/lib/tweets/text'
import { listTop, TOP_CANDIDATES, topRun } from '@/lib/tweets/top'
import { heardUsers } from '@/lib/users/visibility'
import { parse } from '@/lib/validate'

/** Of so many hashtags that begin alike, and of so many of the most used, the list by prefix is made. */
const CANDIDATES = 1_000

/** The hashtag, in any case and Unicode form, with or without its #. Throws `not_found` for one that nobody ever used. */
export async function getHashtag(viewer: Viewer | null, word: unknown): Promise<Hashtag> {
  const hashtag = await findHashtag(viewer, word)
  if (!hashtag) throw notFound('hashtag')
  return hashtag
}

/** The same, or null. Its numbers are of this moment; its rank is the list's. */
export async function findHashtag(viewer: Viewer | null, word: unknown, now = new Date()): Promise<Hashtag | null> {
  const key = keyOf(word)
  if (key === null) return null
  await refreshed(now)
  const rows = await findHashtagRows(viewer, Prisma.sql`WHERE h.word = ${key}`)
  const [hashtag] = await toHashtagViews(viewer, rows, now, { live: true })
  return hashtag ?? null
}

/** The id of the hashtag, found as `getHashtag` finds it. Throws `not_found`. */
export async function getHashtagId(word: unknown): Promise<string> {
  const key = keyOf(word)
  const row = key === null ? null : await db.hashtag.findUnique({ where: { word: key }, select: { id: true } })
  if (!row) throw notFound('hashtag')
  return row.id
}

/** The hashtags that trend, by rank, and behind them, while they are fewer than five, popular ones. Throws `validation_failed`. */
export async function listTrending(viewer: Viewer | null, query: unknown, now = new Date()): Promise<Page<Hashtag>> {
  const { limit, cursor = 0 } = parse(numberedParams, query)
  await refreshed(now)
  const rows = await findHashtagRows(viewer, Prisma.sql`WHERE t.rank > ${cursor}::int ORDER BY t.rank LIMIT ${limit + 1}`)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)?.rank
  return { items: await toHashtagViews(viewer, shown, now), nextCursor: rows.length > limit && last ? encodeNumber(last) : null }
}

/**
 * The hashtags that begin with `q`, or all, most used first. Where more than a thousand begin alike, those count that are first by
 * alphabet or among the thousand most used of all. Throws `validation_failed`.
 */
export async function listHashtags(viewer: Viewer | null, query: unknown, now = new Date()): Promise<Page<Hashtag>> {
  const { q, limit, cursor } = parse(hashtagsParams, query)
  const prefix = prefixOf(q)
  if (prefix === null) return { items: [], nextCursor: null }
  await refreshed(now)
  const after = cursor ? Prisma.sql`AND (h.tweets_count, h.id) < (${cursor.count}::int, ${cursor.last}::uuid)` : Prisma.empty
  const among = prefix === '' ? Prisma.empty : Prisma.sql`AND h.id IN (${beginningWith(prefix)})`
  const rows = await findHashtagRows(
    viewer,
    Prisma.sql`WHERE h.tweets_count > 0 ${among} ${after} ORDER BY h.tweets_count DESC, h.id DESC LIMIT ${limit + 1}`,
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const nextCursor = rows.length > limit && last ? encodeCountCursor({ count: last.tweetsCount, last: last.id }) : null
  return { items: await toHashtagViews(viewer, shown, now), nextCursor }
}

/** The hashtags that the viewer follows, newest first. Throws `unauthenticated` and `validation_failed`. */
export async function listFollowedHashtags(viewer: Viewer | null, query: unknown, now = new Date()): Promise<Page<Hashtag>> {
  const me = signedIn(viewer)
  const { limit, cursor } = parse(pageParams, query)
  const follows = await db.hashtagFollow.findMany({
    where: { userId: me.id, ...(cursor && { id: { lt: cursor } }) },
    select: { id: true, hashtagId: true },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const shown = follows.slice(0, limit)
  const ids = shown.map(({ hashtagId }) => hashtagId)
  await refreshed(now)
  const rows = await findHashtagRows(me, Prisma.sql`WHERE h.id = ANY (${ids}::uuid[]) ORDER BY array_position(${ids}::uuid[], h.id)`)
  const last = shown.at(-1)
  return { items: await toHashtagViews(me, rows, now), nextCursor: follows.length > limit && last ? encodeCursor(last.id) : null }
}

/**
 * The tweets that use the hashtag and whose authors the viewer wants to hear of: newest first, or by `sort=top` of the newest thousand
 * those first that moved people most. Throws `not_found` and `validation_failed`.
 */
export async function listHashtagTweets(viewer: Viewer | null, word: unknown, query: unknown): Promise<Page<Tweet>> {
  const { sort } = parse(hashtagTweetsParams.pick({ sort: true }).loose(), query)
  if (sort === 'top') return listTopTweets(viewer, word, query)
  const { limit, cursor } = parse(hashtagTweetsParams, query)
  const hashtagId = await getHashtagId(word)
  const ids = await newestIds(viewer, { hashtagId, ...(cursor && { tweetId: { lt: cursor } }) }, limit + 1)
  return hydratePage(
    viewer,
    ids.map((id) => ({ id, tweetId: id })),
    limit,
  )
}

async function listTopTweets(viewer: Viewer | null, word: unknown, query: unknown): Promise<Page<Tweet>> {
  const { limit, cursor } = parse(hashtagTweetsParams.extend({ cursor: topParams.shape.cursor }), query)
  const run = topRun(cursor)
  const hashtagId = await getHashtagId(word)
  return listTop(viewer, await newestIds(viewer, { hashtagId, tweetId: { lte: run.start } }, TOP_CANDIDATES), { limit, run })
}

async function newestIds(viewer: Viewer | null, where: Prisma.TweetHashtagWhereInput, take: number): Promise<string[]> {
  const rows = await db.tweetHashtag.findMany({
    where: { ...where, author: heardUsers(viewer) },
    select: { tweetId: true },
    orderBy: { tweetId: 'desc' },
    take,
  })
  return rows.map(({ tweetId }) => tweetId)
}

function keyOf(word: unknown): string | null {
  return typeof word === 'string' ? hashtagKey(word) : null
}

/** What the words of hashtags begin with that begin like this; null when none can. Digits alone are no hashtag, but begin some. */
function prefixOf(q: string): string | null {
  const typed = q.trim()
  if (/^[#＃]?$/.test(typed)) return ''
  return hashtagKey(typed) ?? hashtagKey(`${typed}a`)?.slice(0, -1) ?? null
}

/** The ids of the hashtags that are considered for a prefix: so many from the index of words, and so many of the most used. */
function beginningWith(prefix: string): Prisma.Sql {
  const begins = Prisma.sql`word COLLATE "C" >= ${prefix} AND word COLLATE "C" < ${`${prefix}\u{10ffff}`}`
  return Prisma.sql`
    (SELECT id FROM hashtags WHERE ${begins} ORDER BY word COLLATE "C" LIMIT ${CANDIDATES})
    UNION
    (SELECT id FROM (SELECT id, word FROM hashtags ORDER BY tweets_count DESC, id DESC LIMIT ${CANDIDATES}) used WHERE ${begins})`
}

/** A list that cannot be made anew is shown as it was. */
async function refreshed(now: Date): Promise<void> {
  await refreshTrends(now).catch((error: unknown) => log.warn({ err: error }, 'the ranking of hashtags was not refreshed'))
}
