import type { Db } from '@/lib/db'
import { newId } from '@/lib/id'

type Used = { word: string; start: number; end: number }

/** Records the hashtags that a new tweet uses, each once. Runs inside the tweet's transaction. */
export async function tagTweet(tx: Db, tweet: { id: string; authorId: string }, content: string, used: Used[]): Promise<void> {
  const displays = new Map(used.toReversed().map(({ word, start, end }) => [word, content.slice(start + 1, end)]))
  const words = [...displays.keys()].sort()
  if (words.length === 0) return
  await tx.hashtag.createMany({
    data: words.map((word) => ({ id: newId(), word, display: displays.get(word) ?? word })),
    skipDuplicates: true,
  })
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM hashtags WHERE word = ANY (${words}) ORDER BY word FOR NO KEY UPDATE`
  const ids = rows.map((row) => row.id)
  await tx.tweetHashtag.createMany({ data: ids.map((hashtagId) => ({ hashtagId, tweetId: tweet.id, authorId: tweet.authorId })) })
  await tx.hashtag.updateMany({ where: { id: { in: ids } }, data: { tweetsCount: { increment: 1 } } })
}

/** Takes deleted tweets out of their hashtags. Runs inside the deletion's transaction. */
export async function untagTweets(tx: Db, tweetIds: string[]): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM hashtags WHERE id IN (SELECT hashtag_id FROM tweet_hashtags WHERE tweet_id = ANY (${tweetIds}::uuid[]))
    ORDER BY word FOR NO KEY UPDATE`
  if (rows.length === 0) return
  await tx.$executeRaw`
    UPDATE hashtags SET tweets_count = tweets_count - gone.count FROM (
      SELECT hashtag_id AS id, count(*)::int AS count FROM tweet_hashtags WHERE tweet_id = ANY (${tweetIds}::uuid[]) GROUP BY hashtag_id
    ) gone WHERE hashtags.id = gone.id`
  await tx.$executeRaw`DELETE FROM tweet_hashtags WHERE tweet_id = ANY (${tweetIds}::uuid[])`
}
