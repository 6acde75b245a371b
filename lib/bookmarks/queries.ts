import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { type Page, pageParams } from '@/lib/page'
import { hydratePage } from '@/lib/tweets/hydrate'
import type { Tweet } from '@/lib/tweets/schema'
import { visibleTweets } from '@/lib/tweets/visibility'
import { parse } from '@/lib/validate'

/** The tweets that the viewer keeps, last kept first. Throws `unauthenticated` and `validation_failed`. */
export async function listBookmarks(viewer: Viewer | null, query: unknown): Promise<Page<Tweet>> {
  const me = signedIn(viewer)
  const { limit, cursor } = parse(pageParams, query)
  const rows = await db.bookmark.findMany({
    where: { userId: me.id, tweet: visibleTweets(me), ...(cursor && { id: { lt: cursor } }) },
    select: { id: true, tweetId: true },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  return hydratePage(me, rows, limit)
}
