import { db } from '@/lib/db'

type Wrong = { what: string; id: string; kept: number; counted: number }

/** Every counter in the database that differs from the number of rows it counts; none, if all is well. */
export function recount(): Promise<Wrong[]> {
  return db.$queryRaw<Wrong[]>`
    SELECT * FROM (
      SELECT 'followers' AS what, u.id, u.followers_count AS kept, (SELECT count(*)::int FROM follows WHERE following_id = u.id) AS counted FROM users u
      UNION ALL
      SELECT 'following', u.id, u.following_count, (SELECT count(*)::int FROM follows WHERE follower_id = u.id) FROM users u
      UNION ALL
      SELECT 'tweets', u.id, u.tweets_count, (SELECT count(*)::int FROM tweets WHERE author_id = u.id AND deleted_at IS NULL) FROM users u
      UNION ALL
      SELECT 'replies', t.id, t.replies_count, (SELECT count(*)::int FROM tweets WHERE reply_to_id = t.id AND deleted_at IS NULL) FROM tweets t
      UNION ALL
      SELECT 'quotes', t.id, t.quotes_count, (SELECT count(*)::int FROM tweets WHERE quote_id = t.id AND deleted_at IS NULL) FROM tweets t
      UNION ALL
      SELECT 'hashtag', h.id, h.tweets_count,
        (SELECT count(*)::int FROM tweet_hashtags th JOIN tweets t ON t.id = th.tweet_id AND t.deleted_at IS NULL WHERE th.hashtag_id = h.id) FROM hashtags h
      UNION ALL
      SELECT 'hashtags of deleted tweets', t.id, 0, count(*)::int FROM tweet_hashtags th JOIN tweets t ON t.id = th.tweet_id
        WHERE t.deleted_at IS NOT NULL GROUP BY t.id
    ) counters WHERE kept <> counted`
}
