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

/** Takes a deleted tweet out of its hashtags. Runs inside the deletion's transaction. */
export async function untagTweet(tx: Db, tweetId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT h.id FROM hashtags h JOIN tweet_hashtags t ON t.hashtag_id = h.id WHERE t.tweet_id = ${tweetId}::uuid ORDER BY h.word FOR NO KEY UPDATE OF h`
  if (rows.length === 0) return
  await tx.tweetHashtag.deleteMany({ where: { tweetId } })
  await tx.hashtag.updateMany({ where: { id: { in: rows.map((row) => row.id) } }, data: { tweetsCount: { decrement: 1 } } })
}
