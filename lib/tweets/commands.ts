import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { type Db, transaction } from '@/lib/db'
import { AppError, invalid, notFound } from '@/lib/errors'
import { tagTweet, untagTweets } from '@/lib/hashtags/commands'
import { once, type Replayed } from '@/lib/idempotency'
import { isBlank } from '@/lib/text'
import { hydrateTweets } from '@/lib/tweets/hydrate'
import { type Tweet, tweetInput } from '@/lib/tweets/schema'
import { findEntities } from '@/lib/tweets/text'
import { newId } from '@/lib/id'
import { parse, parseId } from '@/lib/validate'

/**
 * Posts a tweet, a reply or a quote. With an idempotency key the same request gives the same tweet again for 24 hours.
 * Throws `unauthenticated`, `validation_failed`, and `idempotency_key_reused`.
 */
export async function createTweet(viewer: Viewer | null, input: unknown, idempotencyKey: string | null = null): Promise<Replayed<Tweet>> {
  const me = signedIn(viewer)
  const tweet = parse(tweetInput, input)
  if (isBlank(tweet.content) && !tweet.quoteId) throw invalid('content', 'blank', 'Write something: the text is empty.')
  if (tweet.mediaIds?.length) throw invalid('mediaIds', 'unknown', 'mediaIds names an image that is not yours or was not uploaded.')
  return transaction((tx) =>
    once(tx, { userId: me.id, key: idempotencyKey, operation: 'POST /api/tweets', input: tweet }, async () => {
      const id = await insertTweet(tx, me, tweet)
      const [view] = await hydrateTweets(me, [id], tx)
      if (!view) throw notFound('tweet')
      return view
    }),
  )
}

/** Deletes one's own tweet; replies to it stay, under a placeholder. Throws `unauthenticated`, `not_found` and `forbidden`. */
export async function deleteTweet(viewer: Viewer | null, id: unknown): Promise<void> {
  const me = signedIn(viewer)
  const tweetId = parseId(id, 'tweet')
  await transaction(async (tx) => {
    const tweet = await tx.tweet.findUnique({ where: { id: tweetId }, select: { authorId: true, deletedAt: true } })
    if (!tweet || tweet.deletedAt) throw notFound('tweet')
    if (tweet.authorId !== me.id) throw new AppError('forbidden', 'This tweet is not yours to delete.')
    await removeTweets(tx, [tweetId])
  })
}

/** Makes tweets empty placeholders and takes them out of every count. Nothing happens to those that are so already. */
export async function removeTweets(tx: Db, ids: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM tweets WHERE id IN (SELECT unnest(ARRAY[id, reply_to_id, quote_id]) FROM tweets WHERE id = ANY (${ids}::uuid[]))
    ORDER BY id DESC FOR NO KEY UPDATE`
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE tweets SET deleted_at = now(), content = '' WHERE id = ANY (${ids}::uuid[]) AND deleted_at IS NULL RETURNING id`
  const removed = rows.map((row) => row.id)
  if (removed.length === 0) return
  await tx.$executeRaw`
    UPDATE tweets SET replies_count = replies_count - gone.count FROM (
      SELECT reply_to_id AS id, count(*)::int AS count FROM tweets WHERE id = ANY (${removed}::uuid[]) GROUP BY reply_to_id
    ) gone WHERE tweets.id = gone.id`
  await tx.$executeRaw`
    UPDATE tweets SET quotes_count = quotes_count - gone.count FROM (
      SELECT quote_id AS id, count(*)::int AS count FROM tweets WHERE id = ANY (${removed}::uuid[]) GROUP BY quote_id
    ) gone WHERE tweets.id = gone.id`
  await untagTweets(tx, removed)
  await tx.$executeRaw`DELETE FROM mentions WHERE tweet_id = ANY (${removed}::uuid[])`
  await tx.$executeRaw`
    UPDATE users SET tweets_count = tweets_count - gone.count FROM (
      SELECT author_id AS id, count(*)::int AS count FROM tweets WHERE id = ANY (${removed}::uuid[]) GROUP BY author_id
    ) gone WHERE users.id = gone.id`
}

type Named = { replyToId: string | null; quoteId: string | null }
type NewTweet = { content: string; replyToId?: string | null | undefined; quoteId?: string | null | undefined }

async function insertTweet(tx: Db, me: Viewer, { content, replyToId = null, quoteId = null }: NewTweet): Promise<string> {
  const id = newId()
  const held = await holdTweets(tx, { replyToId, quoteId })
  const conversationId = held.find((tweet) => tweet.id === replyToId)?.conversationId ?? id
  await tx.tweet.create({ data: { id, authorId: me.id, content, replyToId, quoteId, conversationId } })
  await countOnTweets(tx, { replyToId, quoteId })
  const { hashtags, mentions } = findEntities(content)
  await tagTweet(tx, { id, authorId: me.id }, content, hashtags)
  await mention(
    tx,
    id,
    mentions.map(({ username }) => username.toLowerCase()),
  )
  await tx.user.update({ where: { id: me.id }, data: { tweetsCount: { increment: 1 } }, select: { id: true } })
  return id
}

/** The tweets that are answered and quoted, held until the transaction ends, so that they can't be deleted meanwhile. */
async function holdTweets(tx: Db, named: Named): Promise<{ id: string; conversationId: string }[]> {
  const ids = idsOf(named)
  if (ids.length === 0) return []
  const held = await tx.$queryRaw<{ id: string; conversationId: string }[]>`
    SELECT id, conversation_id AS "conversationId" FROM tweets WHERE id = ANY (${ids}::uuid[]) AND deleted_at IS NULL
    ORDER BY id DESC FOR NO KEY UPDATE`
  for (const [field, id] of Object.entries(named)) {
    if (id !== null && !held.some((tweet) => tweet.id === id))
      throw invalid(field, 'unknown', `${field} names a tweet that does not exist.`)
  }
  return held
}

async function mention(tx: Db, tweetId: string, usernameKeys: string[]): Promise<void> {
  if (usernameKeys.length === 0) return
  const people = await tx.user.findMany({ where: { usernameKey: { in: usernameKeys } }, select: { id: true } })
  await tx.mention.createMany({ data: people.map(({ id }) => ({ tweetId, userId: id })) })
}

// Rows are always locked in the same order (tweets, the newest first, then hashtags, then people), so that commands wait for each
// other but not in a ring.

async function countOnTweets(tx: Db, { replyToId, quoteId }: Named): Promise<void> {
  for (const id of idsOf({ replyToId, quoteId })) {
    const data = { ...(id === replyToId && { repliesCount: { increment: 1 } }), ...(id === quoteId && { quotesCount: { increment: 1 } }) }
    await tx.tweet.update({ where: { id }, data, select: { id: true } })
  }
}

/** The tweets that one answers and quotes, the newest first. */
function idsOf({ replyToId, quoteId }: Named): string[] {
  const ids = [replyToId, quoteId].filter((id) => id !== null)
  return [...new Set(ids)].toSorted().toReversed()
}
