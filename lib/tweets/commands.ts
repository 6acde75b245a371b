import type { z } from 'zod'
import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { type Db, statement, transaction } from '@/lib/db'
import { AppError, invalid, notFound } from '@/lib/errors'
import { tagTweet } from '@/lib/hashtags/commands'
import { newId } from '@/lib/id'
import { once, type Replayed } from '@/lib/idempotency'
import { lockMedia } from '@/lib/media/commands'
import { metrics } from '@/lib/metrics'
import { notify } from '@/lib/notifications/commands'
import { limit } from '@/lib/rate-limit'
import { isBlank } from '@/lib/text'
import { hydrateTweets } from '@/lib/tweets/hydrate'
import { type LockedTweet, lockTweets } from '@/lib/tweets/lock'
import { removeTweets } from '@/lib/tweets/removal'
import { type Tweet, tweetInput } from '@/lib/tweets/schema'
import { findEntities } from '@/lib/tweets/text'
import { toNewTweetView } from '@/lib/tweets/view'
import type { SummaryRow } from '@/lib/users/view'
import { unblockedUsers } from '@/lib/users/visibility'
import { parse, parseId } from '@/lib/validate'

/**
 * Posts a tweet, a reply or a quote. With an idempotency key the same request gives the same tweet again for 24 hours.
 * Throws `unauthenticated`, `validation_failed`, `rate_limited` and `idempotency_key_reused`.
 */
export async function createTweet(viewer: Viewer | null, input: unknown, idempotencyKey: string | null = null): Promise<Replayed<Tweet>> {
  const me = signedIn(viewer)
  const tweet = parse(tweetInput, input)
  if (isBlank(tweet.content) && !tweet.quoteId && !tweet.mediaIds?.length)
    throw invalid('content', 'blank', 'Write something: the text is empty.')
  await limit('tweets', me)
  const posted = isPlain(tweet) && idempotencyKey === null ? await postPlain(me, tweet.content) : await postOnce(me, tweet, idempotencyKey)
  if (!posted.replayed) metrics.tweets.inc()
  return posted
}

/** Nothing but words: most tweets are, and one statement is all that they need. */
function isPlain({ content, replyToId, quoteId, mediaIds = [] }: NewTweet): boolean {
  const { hashtags, mentions } = findEntities(content)
  return !replyToId && !quoteId && mediaIds.length + hashtags.length + mentions.length === 0
}

const INSERT_PLAIN = `
  WITH tweet AS (INSERT INTO tweets (id, author_id, content, conversation_id) VALUES ($1, $2, $3, $1) RETURNING created_at),
    author AS (UPDATE users SET tweets_count = tweets_count + 1 WHERE id = $2 RETURNING id, username, name, avatar_url AS "avatarUrl")
  SELECT created_at AS "createdAt", to_json(author) AS author FROM tweet, author`

async function postPlain(me: Viewer, content: string): Promise<Replayed<Tweet>> {
  const id = newId()
  const [row] = await statement<{ createdAt: Date; author: SummaryRow }>('insert_tweet', INSERT_PLAIN, [id, me.id, content])
  if (!row) throw notFound('tweet')
  return { value: toNewTweetView({ id, content, ...row }), replayed: false }
}

function postOnce(me: Viewer, tweet: NewTweet, idempotencyKey: string | null): Promise<Replayed<Tweet>> {
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
    const [tweet] = await lockTweets(tx, me, [tweetId])
    if (!tweet) throw notFound('tweet')
    if (tweet.authorId !== me.id) throw new AppError('forbidden', 'This tweet is not yours to delete.', { reason: 'forbidden.delete' })
    await removeTweets(tx, [tweetId])
  })
}

type Named = { replyToId: string | null; quoteId: string | null }
type NewTweet = Pick<z.output<typeof tweetInput>, 'content' | 'replyToId' | 'quoteId' | 'mediaIds'>

async function insertTweet(tx: Db, me: Viewer, { content, replyToId = null, quoteId = null, mediaIds = [] }: NewTweet): Promise<string> {
  const id = newId()
  const named = await lockNamed(tx, me, { replyToId, quoteId })
  const parent = named.find((tweet) => tweet.id === replyToId)
  const quoted = named.find((tweet) => tweet.id === quoteId)
  await tx.tweet.create({ data: { id, authorId: me.id, content, replyToId, quoteId, conversationId: parent?.conversationId ?? id } })
  await attachMedia(tx, me, id, mediaIds)
  await countOnTweets(tx, { replyToId, quoteId })
  const { hashtags, mentions } = findEntities(content)
  await tagTweet(tx, { id, authorId: me.id }, content, hashtags)
  const mentioned = await mention(
    tx,
    me,
    id,
    mentions.map(({ username }) => username.toLowerCase()),
  )
  await tx.user.update({ where: { id: me.id }, data: { tweetsCount: { increment: 1 } }, select: { id: true } })
  await tell(tx, me, id, { replied: parent?.authorId, quoted: quoted?.authorId, mentioned })
  return id
}

/** The tweets that are answered and quoted. */
async function lockNamed(tx: Db, me: Viewer, named: Named): Promise<LockedTweet[]> {
  const locked = await lockTweets(tx, me, idsOf(named))
  for (const [field, id] of Object.entries(named)) {
    if (id !== null && !locked.some((tweet) => tweet.id === id))
      throw invalid(field, 'unknown', `${field} names a tweet that does not exist.`)
  }
  return locked
}

/** Puts the images into the tweet, in this order. */
async function attachMedia(tx: Db, me: Viewer, tweetId: string, mediaIds: string[]): Promise<void> {
  if (mediaIds.length === 0) return
  const free = (await lockMedia(tx, me, mediaIds)).filter(({ attached }) => !attached).map(({ id }) => id)
  const wrong = mediaIds.findIndex((id) => !free.includes(id))
  if (wrong !== -1)
    throw invalid(`mediaIds.${wrong}`, 'not_found', `mediaIds.${wrong} names no image of yours that is free to attach. Upload it first.`)
  for (const [position, id] of mediaIds.entries())
    await tx.media.update({ where: { id }, data: { tweetId, position }, select: { id: true } })
}

/** Records whom the text names and answers their ids; nobody whom the author blocks or who blocks the author. */
async function mention(tx: Db, me: Viewer, tweetId: string, usernameKeys: string[]): Promise<string[]> {
  if (usernameKeys.length === 0) return []
  const people = await tx.user.findMany({ where: { usernameKey: { in: usernameKeys }, ...unblockedUsers(me) }, select: { id: true } })
  await tx.mention.createMany({ data: people.map(({ id }) => ({ tweetId, userId: id })) })
  return people.map(({ id }) => id)
}

/** Tells everybody whom the tweet concerns, each once: as answered, else as quoted, else as mentioned. */
async function tell(
  tx: Db,
  me: Viewer,
  tweetId: string,
  { replied, quoted, mentioned }: { replied?: string; quoted?: string; mentioned: string[] },
) {
  const told = new Map<string, 'reply' | 'quote' | 'mention'>(mentioned.map((id) => [id, 'mention']))
  if (quoted) told.set(quoted, 'quote')
  if (replied) told.set(replied, 'reply')
  for (const [to, type] of told) await notify(tx, { to, by: me.id, type, tweetId })
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
