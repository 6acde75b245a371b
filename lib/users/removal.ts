import type { Db } from '@/lib/db'

/**
 * Takes an account out of everything, in a number of statements that does not grow with what it did: their tweets become empty
 * placeholders, what they did to others' tweets and people is undone with every count, and the rest goes with their row.
 */
export async function removeAccount(tx: Db, id: string): Promise<void> {
  // New rows of theirs wait for this lock, and then find that the person is gone.
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${id}::uuid FOR UPDATE`
  await tx.$queryRaw`
    SELECT t.id FROM tweets t WHERE t.id IN (
      SELECT id FROM tweets WHERE author_id = ${id}::uuid
      UNION SELECT reply_to_id FROM tweets WHERE author_id = ${id}::uuid AND deleted_at IS NULL
      UNION SELECT quote_id FROM tweets WHERE author_id = ${id}::uuid AND deleted_at IS NULL
      UNION SELECT tweet_id FROM likes WHERE user_id = ${id}::uuid
      UNION SELECT tweet_id FROM retweets WHERE user_id = ${id}::uuid
    ) ORDER BY t.id DESC FOR NO KEY UPDATE OF t`
  await uncountOnTweets(tx, id)
  await uncountHashtags(tx, id)
  await uncountFollows(tx, id)
  const ofTheirs = { where: { tweet: { authorId: id } } }
  await tx.mention.deleteMany(ofTheirs)
  await tx.like.deleteMany(ofTheirs)
  await tx.retweet.deleteMany(ofTheirs)
  await tx.bookmark.deleteMany(ofTheirs)
  await tx.notification.deleteMany(ofTheirs)
  await tx.tweet.updateMany({
    where: { authorId: id, deletedAt: null },
    data: { deletedAt: new Date(), content: '', likesCount: 0, retweetsCount: 0 },
  })
  await tx.user.delete({ where: { id }, select: { id: true } })
}

async function uncountOnTweets(tx: Db, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE tweets t SET
      replies_count = replies_count - (SELECT count(*) FROM tweets r WHERE r.reply_to_id = t.id AND r.author_id = ${id}::uuid AND r.deleted_at IS NULL),
      quotes_count = quotes_count - (SELECT count(*) FROM tweets q WHERE q.quote_id = t.id AND q.author_id = ${id}::uuid AND q.deleted_at IS NULL),
      likes_count = likes_count - (SELECT count(*) FROM likes l WHERE l.tweet_id = t.id AND l.user_id = ${id}::uuid),
      retweets_count = retweets_count - (SELECT count(*) FROM retweets r WHERE r.tweet_id = t.id AND r.user_id = ${id}::uuid)
    WHERE t.id IN (
      SELECT reply_to_id FROM tweets WHERE author_id = ${id}::uuid AND deleted_at IS NULL
      UNION SELECT quote_id FROM tweets WHERE author_id = ${id}::uuid AND deleted_at IS NULL
      UNION SELECT tweet_id FROM likes WHERE user_id = ${id}::uuid
      UNION SELECT tweet_id FROM retweets WHERE user_id = ${id}::uuid)`
}

async function uncountHashtags(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`
    SELECT h.id FROM hashtags h WHERE h.id IN (SELECT hashtag_id FROM tweet_hashtags WHERE author_id = ${id}::uuid) ORDER BY h.word FOR NO KEY UPDATE OF h`
  await tx.$executeRaw`
    UPDATE hashtags h SET tweets_count = tweets_count - used.count
    FROM (SELECT hashtag_id, count(*) FROM tweet_hashtags WHERE author_id = ${id}::uuid GROUP BY hashtag_id) used WHERE used.hashtag_id = h.id`
  await tx.tweetHashtag.deleteMany({ where: { authorId: id } })
}

async function uncountFollows(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`
    SELECT u.id FROM users u WHERE u.id IN (
      SELECT following_id FROM follows WHERE follower_id = ${id}::uuid UNION SELECT follower_id FROM follows WHERE following_id = ${id}::uuid
    ) ORDER BY u.id FOR NO KEY UPDATE OF u`
  await tx.$executeRaw`UPDATE users SET followers_count = followers_count - 1 WHERE id IN (SELECT following_id FROM follows WHERE follower_id = ${id}::uuid)`
  await tx.$executeRaw`UPDATE users SET following_count = following_count - 1 WHERE id IN (SELECT follower_id FROM follows WHERE following_id = ${id}::uuid)`
}
