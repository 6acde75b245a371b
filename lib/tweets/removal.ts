import type { Db } from '@/lib/db'
import { untagTweets } from '@/lib/hashtags/commands'
import { forgetMedia } from '@/lib/media/removal'

/**
 * Makes tweets empty placeholders and takes them out of every count and list, in a number of statements that does not grow with
 * their number. Nothing happens to those that are so already.
 */
export async function removeTweets(tx: Db, ids: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM tweets WHERE id IN (SELECT unnest(ARRAY[id, reply_to_id, quote_id]) FROM tweets WHERE id = ANY (${ids}::uuid[]))
    ORDER BY id DESC FOR NO KEY UPDATE`
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE tweets SET deleted_at = now(), content = '', likes_count = 0, retweets_count = 0
    WHERE id = ANY (${ids}::uuid[]) AND deleted_at IS NULL RETURNING id`
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
  await tx.$executeRaw`DELETE FROM likes WHERE tweet_id = ANY (${removed}::uuid[])`
  await tx.$executeRaw`DELETE FROM retweets WHERE tweet_id = ANY (${removed}::uuid[])`
  await tx.$executeRaw`DELETE FROM bookmarks WHERE tweet_id = ANY (${removed}::uuid[])`
  await tx.$executeRaw`DELETE FROM notifications WHERE tweet_id = ANY (${removed}::uuid[])`
  await forgetMedia(tx, { tweetId: { in: removed } })
  await tx.$executeRaw`
    UPDATE users SET tweets_count = tweets_count - gone.count,
      pinned_tweet_id = CASE WHEN pinned_tweet_id = ANY (${removed}::uuid[]) THEN NULL ELSE pinned_tweet_id END
    FROM (SELECT author_id AS id, count(*)::int AS count FROM tweets WHERE id = ANY (${removed}::uuid[]) GROUP BY author_id) gone
    WHERE users.id = gone.id`
}
