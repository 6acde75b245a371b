import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { encodeCursor, type Page, pageParams } from '@/lib/page'
import { findPinnedId } from '@/lib/pins/queries'
import { type Entry, hydrateAny, hydratePage, hydrateTweets } from '@/lib/tweets/hydrate'
import { type Thread, type Tweet, tweetsOfParams } from '@/lib/tweets/schema'
import { visibleTweets } from '@/lib/tweets/visibility'
import { getUserId } from '@/lib/users/queries'
import { unblockedSql, unblockedUsers } from '@/lib/users/visibility'
import { parse, parseId } from '@/lib/validate'

/** How many tweets of the chain above are shown. */
const MAX_ANCESTORS = 40

/** The tweet. Throws `not_found`, also for a deleted one. */
export async function getTweet(viewer: Viewer | null, id: unknown): Promise<Tweet> {
  const [tweet] = await hydrateAny(viewer, [parseId(id, 'tweet')])
  if (!tweet || 'deleted' in tweet) throw notFound('tweet')
  return tweet
}

/** Direct replies to the tweet, oldest first. Throws `not_found` and `validation_failed`. */
export async function listReplies(viewer: Viewer | null, id: unknown, query: unknown): Promise<Page<Tweet>> {
  const { limit, cursor } = parse(pageParams, query)
  const tweet = await getTweet(viewer, id)
  return repliesOf(viewer, tweet.id, limit, cursor)
}

/** The tweet with the chain above it, first tweet first, and a page of its direct replies. Throws `not_found` and `validation_failed`. */
export async function getThread(viewer: Viewer | null, id: unknown, query: unknown): Promise<Thread> {
  const { limit, cursor } = parse(pageParams, query)
  const tweet = await getTweet(viewer, id)
  const [ancestors, replies] = await Promise.all([
    listAncestors(viewer, tweet.replyTo?.id ?? null),
    repliesOf(viewer, tweet.id, limit, cursor),
  ])
  return { ancestors, tweet, replies }
}

/**
 * What is on a person's profile, newest first: their tweets and retweets under the pinned tweet, or with `filter` their replies,
 * what has images, or what they like. Throws `not_found` and `validation_failed`.
 */
export async function listTweetsOf(viewer: Viewer | null, username: unknown, query: unknown): Promise<Page<Tweet>> {
  const { filter, limit, cursor } = parse(tweetsOfParams, query)
  const userId = await getUserId(viewer, username)
  const range = { take: limit + 1, cursor }
  if (filter === 'tweets') return profileOf(viewer, userId, limit, cursor)
  if (filter === 'replies') return hydratePage(viewer, await repliesBy(viewer, userId, range), limit)
  if (filter === 'likes') return hydratePage(viewer, await likedBy(viewer, userId, range), limit)
  return hydratePage(viewer, await picturedBy(viewer, userId, range), limit)
}

/** The tweets that quote this one, newest first. Throws `not_found` and `validation_failed`. */
export async function listQuotes(viewer: Viewer | null, id: unknown, query: unknown): Promise<Page<Tweet>> {
  const { limit, cursor } = parse(pageParams, query)
  const tweet = await getTweet(viewer, id)
  const rows = await db.tweet.findMany({
    where: { quoteId: tweet.id, ...visibleTweets(viewer), ...(cursor && { id: { lt: cursor } }) },
    select: { id: true },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  return hydratePage(viewer, rows.map(toEntry), limit)
}

/** What came last onto a person's profile, newest first, the pinned tweet in the place of its own time. */
export function newestOf(viewer: Viewer | null, userId: string, take: number): Promise<Entry[]> {
  return entriesBy(viewer, userId, null, { take, cursor: undefined })
}

/** Above every id: where the list goes on when the pinned tweet alone fills the first page. */
const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

type Range = { take: number; cursor: string | undefined }

/** Tweets and retweets in one order, one's own tweet once, where one retweeted it; the pinned tweet opens the first page and does not come again. */
async function profileOf(viewer: Viewer | null, userId: string, limit: number, cursor: string | undefined): Promise<Page<Tweet>> {
  const pinnedTweetId = await findPinnedId(userId)
  const entries = await entriesBy(viewer, userId, pinnedTweetId, { take: limit + 1, cursor })
  const pinned = cursor || !pinnedTweetId ? [] : await hydrateTweets(viewer, [pinnedTweetId])
  const page = await hydratePage(viewer, entries, limit - pinned.length)
  const nextCursor = page.items.length === 0 && entries.length > 0 ? encodeCursor(NEWEST) : page.nextCursor
  return { items: [...pinned, ...page.items], nextCursor }
}

function entriesBy(viewer: Viewer | null, userId: string, except: string | null, { take, cursor }: Range): Promise<Entry[]> {
  const older = (column: Prisma.Sql) => (cursor ? Prisma.sql`AND ${column} < ${cursor}::uuid` : Prisma.empty)
  return db.$queryRaw<Entry[]>`
    (SELECT id, id AS "tweetId", NULL::uuid AS "retweeterId" FROM tweets
      WHERE author_id = ${userId}::uuid AND deleted_at IS NULL AND reply_to_id IS NULL AND id IS DISTINCT FROM ${except}::uuid
        AND NOT EXISTS (SELECT 1 FROM retweets r WHERE r.user_id = author_id AND r.tweet_id = tweets.id)
        AND ${unblockedSql(viewer, Prisma.sql`author_id`)} ${older(Prisma.sql`id`)}
      ORDER BY id DESC LIMIT ${take})
    UNION ALL
    (SELECT r.id, r.tweet_id, r.user_id FROM retweets r JOIN tweets t ON t.id = r.tweet_id
      WHERE r.user_id = ${userId}::uuid AND t.deleted_at IS NULL AND t.id IS DISTINCT FROM ${except}::uuid
        AND ${unblockedSql(viewer, Prisma.sql`r.user_id`)} AND ${unblockedSql(viewer, Prisma.sql`t.author_id`)} ${older(Prisma.sql`r.id`)}
      ORDER BY r.id DESC LIMIT ${take})
    ORDER BY id DESC LIMIT ${take}`
}

async function repliesBy(viewer: Viewer | null, authorId: string, { take, cursor }: Range): Promise<Entry[]> {
  const rows = await db.tweet.findMany({
    where: { authorId, replyToId: { not: null }, ...visibleTweets(viewer), ...(cursor && { id: { lt: cursor } }) },
    select: { id: true },
    orderBy: { id: 'desc' },
    take,
  })
  return rows.map(toEntry)
}

/** Each tweet with images has one that stands first. */
async function picturedBy(viewer: Viewer | null, ownerId: string, { take, cursor }: Range): Promise<Entry[]> {
  const rows = await db.media.findMany({
    where: { ownerId, position: 0, tweetId: { not: null, ...(cursor && { lt: cursor }) }, tweet: visibleTweets(viewer) },
    select: { tweetId: true },
    orderBy: { tweetId: 'desc' },
    take,
  })
  return rows.flatMap(({ tweetId }) => (tweetId ? toEntry({ id: tweetId }) : []))
}

function likedBy(viewer: Viewer | null, userId: string, { take, cursor }: Range): Promise<Entry[]> {
  return db.like.findMany({
    where: { userId, user: unblockedUsers(viewer), tweet: visibleTweets(viewer), ...(cursor && { id: { lt: cursor } }) },
    select: { id: true, tweetId: true },
    orderBy: { id: 'desc' },
    take,
  })
}

function toEntry({ id }: { id: string }): Entry {
  return { id, tweetId: id }
}

async function repliesOf(viewer: Viewer | null, replyToId: string, limit: number, cursor: string | undefined): Promise<Page<Tweet>> {
  const rows = await db.tweet.findMany({
    where: { replyToId, ...visibleTweets(viewer), ...(cursor && { id: { gt: cursor } }) },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: limit + 1,
  })
  return hydratePage(viewer, rows.map(toEntry), limit)
}

/** The tweet that is answered and the chain above it, first tweet first, at most the forty nearest. */
export async function listAncestors(viewer: Viewer | null, replyToId: string | null): Promise<Thread['ancestors']> {
  if (!replyToId) return []
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE chain AS (
      SELECT id, reply_to_id, 1 AS depth FROM tweets WHERE id = ${replyToId}::uuid
      UNION ALL
      SELECT t.id, t.reply_to_id, depth + 1 FROM chain JOIN tweets t ON t.id = chain.reply_to_id WHERE depth < ${MAX_ANCESTORS}
    )
    SELECT id FROM chain ORDER BY depth DESC`
  return hydrateAny(
    viewer,
    rows.map((row) => row.id),
  )
}
