import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { mapPage, type Page, pageParams, toPage } from '@/lib/page'
import { getTweet } from '@/lib/tweets/queries'
import type { User } from '@/lib/users/schema'
import { toUserView, userSelect } from '@/lib/users/view'
import { unblockedUsers } from '@/lib/users/visibility'
import { parse } from '@/lib/validate'

/** Who retweeted the tweet, newest first. Throws `not_found` and `validation_failed`. */
export async function listRetweetsOf(viewer: Viewer | null, id: unknown, query: unknown): Promise<Page<User>> {
  const { limit, cursor } = parse(pageParams, query)
  const tweet = await getTweet(viewer, id)
  const rows = await db.retweet.findMany({
    where: { tweetId: tweet.id, user: unblockedUsers(viewer), ...(cursor && { id: { lt: cursor } }) },
    select: { id: true, user: { select: userSelect(viewer) } },
    orderBy: { id: 'desc' },
    take: limit + 1,
    relationLoadStrategy: 'join',
  })
  return mapPage(toPage(rows, limit), (row) => toUserView(row.user, viewer))
}
