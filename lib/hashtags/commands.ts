import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { type Db, transaction } from '@/lib/db'
import { getHashtag, getHashtagId } from '@/lib/hashtags/queries'
import type { Hashtag } from '@/lib/hashtags/schema'
import { newId } from '@/lib/id'
import { limit } from '@/lib/rate-limit'

/** Lets the hashtag's tweets join the viewer's home timeline; nothing changes when that is so already. Throws `unauthenticated` and `not_found`. */
export async function followHashtag(viewer: Viewer | null, word: unknown): Promise<Hashtag> {
  const me = signedIn(viewer)
  const hashtagId = await getHashtagId(word)
  await limit('follows', me)
  await transaction((tx) => tx.hashtagFollow.createMany({ data: { id: newId(), userId: me.id, hashtagId }, skipDuplicates: true }))
  return getHashtag(me, word)
}

/** Lets them join it no more; nothing changes when that is so already. Throws `unauthenticated` and `not_found`. */
export async function unfollowHashtag(viewer: Viewer | null, word: unknown): Promise<Hashtag> {
  const me = signedIn(viewer)
  const hashtagId = await getHashtagId(word)
  await limit('follows', me)
  await transaction((tx) => tx.hashtagFollow.deleteMany({ where: { userId: me.id, hashtagId } }))
  return getHashtag(me, word)
}

type Used = { word: string; start: number; end: number }

/** Records the hashtags that a new tweet uses, each once. Runs inside the tweet's transaction. */
export async function tagTweet(tx: Db, tweet: { id: string; authorId: string }, content: string, used: Used[]): Promise<void> {
  const displays = new Map(used.toReversed().map(({ word, start, end }) => [word, content.slice(start + 1, end)]))
  const words = [...displays.keys()].sort()
  if (words.length === 0) return
  const spellings = words.map((word) => displays.get(word) ?? word)
  await tx.hashtag.createMany({
    data: words.map((word, place) => ({ id: newId(), word, display: spellings[place] ?? word })),
    skipDuplicates: true,
  })
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM hashtags WHERE word = ANY (${words}) ORDER BY word FOR NO KEY UPDATE`
  await tx.tweetHashtag.createMany({ data: rows.map(({ id }) => ({ hashtagId: id, tweetId: tweet.id, authorId: tweet.authorId })) })
  await countUse(tx, words, spellings)
}

/** How far a spelling can lead, so that people can change their minds. */
const MAX_LEAD = 20

/** One more tweet for each; and a vote for how it is written (Boyer and Moore's majority vote): a lead of none is taken over. */
async function countUse(tx: Db, words: string[], spellings: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE hashtags h SET
      tweets_count = tweets_count + 1,
      display = CASE WHEN h.display_lead = 0 THEN used.display ELSE h.display END,
      display_lead = CASE
        WHEN h.display_lead = 0 THEN 1
        WHEN h.display = used.display THEN least(h.display_lead + 1, ${MAX_LEAD}::int)
        ELSE h.display_lead - 1 END
    FROM unnest(${words}::text[], ${spellings}::text[]) AS used (word, display) WHERE h.word = used.word`
}

/**
 * Takes deleted tweets out of their hashtags, of which nothing is remembered any more, so that no trend outlives what made it. Runs
 * inside the deletion's transaction.
 */
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
  await forgetTrends(
    tx,
    rows.map(({ id }) => id),
  )
}

/** Forgets how high these hashtags ranked, so that the next refresh reckons them anew. */
export async function forgetTrends(tx: Db, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.$executeRaw`
    UPDATE hashtag_trends SET peak = 0, expected_at = 'epoch' WHERE hashtag_id IN (
      SELECT hashtag_id FROM hashtag_trends WHERE hashtag_id = ANY (${ids}::uuid[]) ORDER BY hashtag_id FOR UPDATE)`
}
