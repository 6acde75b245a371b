import type { Viewer } from '@/lib/auth/viewer'
import { type Db, db } from '@/lib/db'
import { type Page, toPage } from '@/lib/page'
import type { DeletedTweet, Tweet } from '@/lib/tweets/schema'
import { toTweetView, tweetSelect } from '@/lib/tweets/view'

/** The tweets of these ids, as the viewer sees them, in the order of the ids; deleted ones as placeholders, unknown ones left out. */
export async function hydrateAny(viewer: Viewer | null, ids: string[], client: Db = db): Promise<(Tweet | DeletedTweet)[]> {
  if (ids.length === 0) return []
  const rows = await client.tweet.findMany({ where: { id: { in: ids } }, select: tweetSelect, relationLoadStrategy: 'join' })
  const views = new Map(rows.map((row) => [row.id, toTweetView(row, viewer)]))
  return ids.flatMap((id) => views.get(id) ?? [])
}

/** The same without the deleted ones, which may have gone since the ids were read. */
export async function hydrateTweets(viewer: Viewer | null, ids: string[], client: Db = db): Promise<Tweet[]> {
  const views = await hydrateAny(viewer, ids, client)
  return views.filter((view): view is Tweet => !('deleted' in view))
}

/** `limit + 1` rows of ids, newest first, as a page of tweets. */
export async function hydratePage(viewer: Viewer | null, rows: { id: string }[], limit: number): Promise<Page<Tweet>> {
  const page = toPage(rows, limit)
  const tweets = await hydrateTweets(
    viewer,
    page.items.map((row) => row.id),
  )
  return { items: tweets, nextCursor: page.nextCursor }
}
