import type { Viewer } from '@/lib/auth/viewer'
import { type Db, db } from '@/lib/db'
import { type Page, toPage } from '@/lib/page'
import type { DeletedTweet, Tweet } from '@/lib/tweets/schema'
import { type Standing, type TweetRow, toTweetView, tweetSelect } from '@/lib/tweets/view'
import { toUserSummaryView, userSummarySelect } from '@/lib/users/view'

/** A place in a list: its own id, by which it is ordered, the tweet that stands there, and who retweeted it, if that is why. */
export type Entry = { id: string; tweetId: string; retweeterId?: string | null }

/** The tweets of these ids, as the viewer sees them, in the order of the ids; deleted and hidden ones as placeholders, unknown ones left out. */
export async function hydrateAny(viewer: Viewer | null, ids: string[], client: Db = db): Promise<(Tweet | DeletedTweet)[]> {
  if (ids.length === 0) return []
  const rows = await client.tweet.findMany({ where: { id: { in: ids } }, select: tweetSelect, relationLoadStrategy: 'join' })
  const standing = await standingOf(viewer, rows, client)
  const views = new Map(rows.map((row) => [row.id, toTweetView(row, viewer, standing)]))
  return ids.flatMap((id) => views.get(id) ?? [])
}

/** The same without the placeholders. */
export async function hydrateTweets(viewer: Viewer | null, ids: string[], client: Db = db): Promise<Tweet[]> {
  const views = await hydrateAny(viewer, ids, client)
  return views.filter((view): view is Tweet => !('deleted' in view))
}

/** The tweets of these entries, each with whoever retweeted it. */
export async function hydrateEntries(viewer: Viewer | null, entries: Entry[]): Promise<Tweet[]> {
  const retweeterIds = entries.flatMap((entry) => entry.retweeterId ?? [])
  const [tweets, retweeters] = await Promise.all([
    hydrateTweets(viewer, [...new Set(entries.map((entry) => entry.tweetId))]),
    retweeterIds.length > 0 ? db.user.findMany({ where: { id: { in: retweeterIds } }, select: userSummarySelect }) : [],
  ])
  return entries.flatMap(({ tweetId, retweeterId }) => {
    const tweet = tweets.find(({ id }) => id === tweetId)
    const retweeter = retweeters.find(({ id }) => id === retweeterId)
    return tweet ? [{ ...tweet, retweetedBy: retweeter ? toUserSummaryView(retweeter) : null }] : []
  })
}

/** `limit + 1` entries, newest first, as a page of tweets. */
export async function hydratePage(viewer: Viewer | null, entries: Entry[], limit: number): Promise<Page<Tweet>> {
  const page = toPage(entries, limit)
  return { items: await hydrateEntries(viewer, page.items), nextCursor: page.nextCursor }
}

/** What the viewer has to do with the tweets and the ones they quote, in one query. */
async function standingOf(viewer: Viewer | null, rows: TweetRow[], client: Db): Promise<Standing> {
  const standing: Standing = { liked: new Set(), retweeted: new Set(), bookmarked: new Set(), hidden: new Set() }
  if (!viewer || rows.length === 0) return standing
  const all = rows.flatMap((row) => (row.quote ? [row, row.quote] : [row]))
  const tweetIds = all.map((row) => row.id)
  const authorIds = all.flatMap((row) => [row.author?.id ?? [], row.replyTo?.author?.id ?? []]).flat()
  const found = await client.$queryRaw<{ kind: keyof Standing; id: string }[]>`
    SELECT 'liked' AS kind, tweet_id AS id FROM likes WHERE user_id = ${viewer.id}::uuid AND tweet_id = ANY (${tweetIds}::uuid[])
    UNION ALL SELECT 'retweeted', tweet_id FROM retweets WHERE user_id = ${viewer.id}::uuid AND tweet_id = ANY (${tweetIds}::uuid[])
    UNION ALL SELECT 'bookmarked', tweet_id FROM bookmarks WHERE user_id = ${viewer.id}::uuid AND tweet_id = ANY (${tweetIds}::uuid[])
    UNION ALL SELECT 'hidden', blocked_id FROM blocks WHERE blocker_id = ${viewer.id}::uuid AND blocked_id = ANY (${authorIds}::uuid[])
    UNION ALL SELECT 'hidden', blocker_id FROM blocks WHERE blocked_id = ${viewer.id}::uuid AND blocker_id = ANY (${authorIds}::uuid[])`
  for (const { kind, id } of found) standing[kind].add(id)
  return standing
}
