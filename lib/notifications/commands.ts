import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { type Db, transaction } from '@/lib/db'
import type { NotificationType } from '@/lib/generated/prisma/enums'
import { newId } from '@/lib/id'
import { readInput } from '@/lib/notifications/schema'
import { parse } from '@/lib/validate'

/** Something that `by` did to `to`. */
type Act = { to: string; by: string; type: NotificationType; tweetId: string | null }

/** Tells `to` of the act, inside the act's own transaction; nobody is told of what they did themselves. */
export async function notify(tx: Db, { to, by, type, tweetId }: Act): Promise<void> {
  if (to !== by) await tx.notification.create({ data: { id: newId(), userId: to, actorId: by, type, tweetId }, select: { id: true } })
}

/** Takes back what was told, because the act was undone. */
export async function unnotify(tx: Db, { to, by, type, tweetId }: Act): Promise<void> {
  await tx.notification.deleteMany({ where: { userId: to, actorId: by, type, tweetId } })
}

/** Marks the notification `upTo` and all older ones as read, and none that is newer. Throws `unauthenticated` and `validation_failed`. */
export async function markRead(viewer: Viewer | null, input: unknown): Promise<void> {
  const me = signedIn(viewer)
  const { upTo } = parse(readInput, input)
  await transaction((tx) => tx.notification.updateMany({ where: { userId: me.id, read: false, id: { lte: upTo } }, data: { read: true } }))
}
