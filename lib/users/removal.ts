import type { Db } from '@/lib/db'
import { forgetMedia } from '@/lib/media/removal'
import { removeTweets } from '@/lib/tweets/removal'

/**
 * Takes an account out of everything, in a number of statements that does not grow with what it did: their tweets become empty
 * placeholders, what they did to others' tweets and people is undone with every count, and the rest goes with their row.
 */
export async function removeAccount(tx: Db, id: string): Promise<void> {
  await removeTweetsOf(tx, id)
  await uncountActs(tx, id)
  // From here on nobody can act as or on them; what came meanwhile goes too.
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${id}::uuid FOR UPDATE`
  await removeTweetsOf(tx, id)
  await uncountActs(tx, id)
  await uncountFollows(tx, id)
  await forgetMedia(tx, { ownerId: id })
  await tx.user.delete({ where: { id }, select: { id: true } })
}

async function removeTweetsOf(tx: Db, authorId: string): Promise<void> {
  const tweets = await tx.tweet.findMany({ where: { authorId, deletedAt: null }, select: { id: true } })
  const ids = tweets.map((tweet) => tweet.id)
  if (ids.length > 0) await removeTweets(tx, ids)
}

/** Takes back their likes and retweets. */
async function uncountActs(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM tweets WHERE id IN (SELECT tweet_id FROM likes WHERE user_id = ${id}::uuid UNION SELECT tweet_id FROM retweets WHERE user_id = ${id}::uuid)
    ORDER BY id DESC FOR NO KEY UPDATE`
  await tx.$executeRaw`
    WITH gone AS (DELETE FROM likes WHERE user_id = ${id}::uuid RETURNING tweet_id)
    UPDATE tweets SET likes_count = likes_count - 1 WHERE id IN (SELECT tweet_id FROM gone)`
  await tx.$executeRaw`
    WITH gone AS (DELETE FROM retweets WHERE user_id = ${id}::uuid RETURNING tweet_id)
    UPDATE tweets SET retweets_count = retweets_count - 1 WHERE id IN (SELECT tweet_id FROM gone)`
}

async function uncountFollows(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM users WHERE id IN (
      SELECT following_id FROM follows WHERE follower_id = ${id}::uuid UNION SELECT follower_id FROM follows WHERE following_id = ${id}::uuid
    ) ORDER BY id FOR NO KEY UPDATE`
  await tx.$executeRaw`UPDATE users SET followers_count = followers_count - 1 WHERE id IN (SELECT following_id FROM follows WHERE follower_id = ${id}::uuid)`
  await tx.$executeRaw`UPDATE users SET following_count = following_count - 1 WHERE id IN (SELECT follower_id FROM follows WHERE following_id = ${id}::uuid)`
}
