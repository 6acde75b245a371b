import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { type Page, pageParams } from '@/lib/page'
import { hydrateAny, hydratePage } from '@/lib/tweets/hydrate'
import { type Thread, type Tweet, tweetsOfParams } from '@/lib/tweets/schema'
import { getUserId } from '@/lib/users/queries'
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
  const [ancestors, replies] = await Promise.all([ancestorsOf(viewer, tweet), repliesOf(viewer, tweet.id, limit, cursor)])
  return { ancestors, tweet, replies }
}

/** What a person wrote, newest first: their tweets, or with `filter=replies` their replies. Throws `not_found` and `validation_failed`. */
export async function listTweetsOf(viewer: Viewer | null, username: unknown, query: unknown): Promise<Page<Tweet>> {
  const { filter, limit, cursor } = parse(tweetsOfParams, query)
  const authorId = await getUserId(username)
  const kind = { tweets: { replyToId: null }, replies: { replyToId: { not: null } }, media: null, likes: null }[filter]
  if (!kind) return { items: [], nextCursor: null }
  const rows = await db.tweet.findMany({
    where: { authorId, deletedAt: null, ...kind, ...(cursor && { id: { lt: cursor } }) },
    select: { id: true },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  return hydratePage(viewer, rows, limit)
}

async function repliesOf(viewer: Viewer | null, replyToId: string, limit: number, cursor: string | undefined): Promise<Page<Tweet>> {
  const rows = await db.tweet.findMany({
    where: { replyToId, deletedAt: null, ...(cursor && { id: { gt: cursor } }) },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: limit + 1,
  })
  return hydratePage(viewer, rows, limit)
}

async function ancestorsOf(viewer: Viewer | null, tweet: Tweet): Promise<Thread['ancestors']> {
  if (!tweet.replyTo) return []
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE chain AS (
      SELECT id, reply_to_id, 1 AS depth FROM tweets WHERE id = ${tweet.replyTo.id}::uuid
      UNION ALL
      SELECT t.id, t.reply_to_id, depth + 1 FROM chain JOIN tweets t ON t.id = chain.reply_to_id WHERE depth < ${MAX_ANCESTORS}
    )
    SELECT id FROM chain ORDER BY depth DESC`
  return hydrateAny(
    viewer,
    rows.map((row) => row.id),
  )
}
