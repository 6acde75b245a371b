import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { encodeCursor, encodeRunCursor, runParams, timelineParams } from '@/lib/page'
import { homeEntries } from '@/lib/timelines/home'
import { OLDEST } from '@/lib/timelines/range'
import { sinceParams, type TimelinePage } from '@/lib/timelines/schema'
import { type Entry, hydrateEntries } from '@/lib/tweets/hydrate'
import { heardTweets } from '@/lib/tweets/visibility'
import { parse } from '@/lib/validate'

/**
 * What the viewer and the people they follow tweeted and retweeted, and what anybody tweeted with a hashtag that the viewer follows,
 * newest first, each tweet once in a run of pages and nothing of people blocked or muted. A reply shows only when it answers the
 * viewer, its own author or somebody the viewer follows. Throws `unauthenticated` and `validation_failed`.
 */
export async function listHome(viewer: Viewer | null, query: unknown): Promise<TimelinePage> {
  const me = signedIn(viewer)
  const { limit, cursor, since } = parse(runParams, query)
  const entries = await homeEntries(me, { cursor, since, take: limit + 1 })
  const start = cursor?.start ?? entries[0]?.id ?? OLDEST
  return toTimelinePage(me, entries, limit, { top: start, cursorOf: (last) => encodeRunCursor({ start, last }) })
}

/**
 * How much others added to the home timeline that is newer than `since`; 100 stands for as many or more. What one writes oneself is no
 * news. Throws as `listHome` does.
 */
export async function countNew(viewer: Viewer | null, query: unknown): Promise<{ count: number }> {
  const me = signedIn(viewer)
  const { since } = parse(sinceParams, query)
  const entries = await homeEntries(me, { cursor: undefined, since, take: 100, own: false })
  return { count: entries.length }
}

/** Everybody's tweets, newest first, replies left out, and nothing of people blocked or muted. Throws `validation_failed`. */
export async function listPublic(viewer: Viewer | null, query: unknown): Promise<TimelinePage> {
  const { limit, cursor, since } = parse(timelineParams, query)
  const id = { ...(cursor && { lt: cursor }), ...(since && { gt: since }) }
  const rows = await db.tweet.findMany({
    where: { ...heardTweets(viewer), replyToId: null, id },
    select: { id: true },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const entries = rows.map((row) => ({ id: row.id, tweetId: row.id }))
  return toTimelinePage(viewer, entries, limit, { top: cursor ?? OLDEST, cursorOf: encodeCursor })
}

/** `top` is the newest end of a page that holds nothing; `cursorOf` names the place after a row. */
type Ends = { top: string; cursorOf: (lastId: string) => string }

async function toTimelinePage(viewer: Viewer | null, entries: Entry[], limit: number, { top, cursorOf }: Ends): Promise<TimelinePage> {
  const shown = entries.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await hydrateEntries(viewer, shown),
    nextCursor: entries.length > limit && last ? cursorOf(last.id) : null,
    sinceCursor: encodeCursor(shown[0]?.id ?? top),
  }
}
