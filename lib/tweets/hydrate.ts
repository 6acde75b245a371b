import type { Viewer } from '@/lib/auth/viewer'
import { type Db, db } from '@/lib/db'
import { type Page, toPage } from '@/lib/page'
import { readTweets } from '@/lib/tweets/rows'
import type { DeletedTweet, Tweet } from '@/lib/tweets/schema'
import { toTweetView } from '@/lib/tweets/view'
import { toUserSummaryView, userSummarySelect } from '@/lib/users/view'

/** A place in a list: its own id, by which it is ordered, the tweet that stands there, and who retweeted it, if that is why. */
export type Entry = { id: string; tweetId: string; retweeterId?: string | null }

/** The tweets of these ids, as the viewer sees them, in the order of the ids; deleted and hidden ones as placeholders, unknown ones left out. */
export async function hydrateAny(viewer: Viewer | null, ids: string[], client: Db = db): Promise<(Tweet | DeletedTweet)[]> {
  if (ids.length === 0) return []
  const rows = new Map((await readTweets(ids, viewer?.id ?? null, client)).map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = rows.get(id)
    return row ? [toTweetView(row, rows.get(row.quoteId ?? ''), viewer)] : []
  })
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
