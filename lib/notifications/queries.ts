import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { Notification } from '@/lib/notifications/schema'
import { type Page, pageParams, toPage } from '@/lib/page'
import { hydrateTweets } from '@/lib/tweets/hydrate'
import { toUserSummaryView, userSummarySelect } from '@/lib/users/view'
import { heardUsers } from '@/lib/users/visibility'
import { parse } from '@/lib/validate'

/** What the viewer is told of, newest first; nothing of people they block or mute. Throws `unauthenticated` and `validation_failed`. */
export async function listNotifications(viewer: Viewer | null, query: unknown): Promise<Page<Notification>> {
  const me = signedIn(viewer)
  const { limit, cursor } = parse(pageParams, query)
  const rows = await db.notification.findMany({
    where: { ...toldTo(me), ...(cursor && { id: { lt: cursor } }) },
    select: { id: true, type: true, createdAt: true, read: true, tweetId: true, actor: { select: userSummarySelect } },
    orderBy: { id: 'desc' },
    take: limit + 1,
    relationLoadStrategy: 'join',
  })
  const page = toPage(rows, limit)
  const tweets = await hydrateTweets(me, [...new Set(page.items.flatMap((row) => row.tweetId ?? []))])
  const items = page.items.map(({ id, type, createdAt, read, tweetId, actor }) => ({
    id,
    type,
    createdAt: createdAt.toISOString(),
    read,
    actor: toUserSummaryView(actor),
    tweet: tweets.find((tweet) => tweet.id === tweetId) ?? null,
  }))
  return { items, nextCursor: page.nextCursor }
}

/** How many notifications the viewer has not read. Throws `unauthenticated`. */
export async function countUnread(viewer: Viewer | null): Promise<{ count: number }> {
  const me = signedIn(viewer)
  return { count: await db.notification.count({ where: { ...toldTo(me), read: false } }) }
}

function toldTo(me: Pick<Viewer, 'id'>): Prisma.NotificationWhereInput {
  return { userId: me.id, actor: heardUsers(me) }
}
