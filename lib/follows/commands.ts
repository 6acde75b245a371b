import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { type Db, transaction } from '@/lib/db'
import { AppError, notFound } from '@/lib/errors'
import { newId } from '@/lib/id'
import { notify, unnotify } from '@/lib/notifications/commands'
import { limit } from '@/lib/rate-limit'
import { getOther, getUser } from '@/lib/users/queries'
import type { User } from '@/lib/users/schema'

/**
 * Follows somebody; nothing changes when that is so already. Throws `unauthenticated`, `not_found`, `forbidden` for somebody whom
 * the viewer blocks, and `validation_failed` for oneself.
 */
export async function follow(viewer: Viewer | null, username: unknown): Promise<User> {
  const me = signedIn(viewer)
  const { id } = await getOther(me, username, 'follow')
  await limit('follows', me)
  await transaction(async (tx) => {
    await lockPair(tx, me.id, id)
    await refuseBlocked(tx, me.id, id)
    const { count } = await tx.follow.createMany({ data: { id: newId(), followerId: me.id, followingId: id }, skipDuplicates: true })
    if (count === 0) return
    await countFollow(tx, me.id, id, 1)
    await notify(tx, { to: id, by: me.id, type: 'follow', tweetId: null })
  })
  return getUser(me, username)
}

/** Stops following somebody; nothing changes when that is so already. Throws `unauthenticated`, `not_found`, and `validation_failed` for oneself. */
export async function unfollow(viewer: Viewer | null, username: unknown): Promise<User> {
  const me = signedIn(viewer)
  const { id } = await getOther(me, username, 'follow')
  await limit('follows', me)
  await transaction(async (tx) => {
    await lockPair(tx, me.id, id)
    await removeFollow(tx, me.id, id)
  })
  return getUser(me, username)
}

/** Holds both people's rows until the transaction ends, in one order, so that following and blocking each other take turns. */
export async function lockPair(tx: Db, a: string, b: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM users WHERE id IN (${a}::uuid, ${b}::uuid) ORDER BY id FOR NO KEY UPDATE`
}

/** Ends a follow, if there is one, with its counts and notification. The pair must be locked. */
export async function removeFollow(tx: Db, followerId: string, followingId: string): Promise<void> {
  const { count } = await tx.follow.deleteMany({ where: { followerId, followingId } })
  if (count === 0) return
  await countFollow(tx, followerId, followingId, -1)
  await unnotify(tx, { to: followingId, by: followerId, type: 'follow', tweetId: null })
}

async function refuseBlocked(tx: Db, me: string, them: string): Promise<void> {
  const blocks = await tx.block.findMany({
    where: {
      OR: [
        { blockerId: me, blockedId: them },
        { blockerId: them, blockedId: me },
      ],
    },
    select: { blockerId: true },
  })
  if (blocks.some(({ blockerId }) => blockerId === them)) throw notFound('user')
  if (blocks.length > 0) throw new AppError('forbidden', 'You block this person. Unblock them first.', { reason: 'forbidden.blocked' })
}

async function countFollow(tx: Db, followerId: string, followingId: string, by: 1 | -1): Promise<void> {
  await tx.user.update({ where: { id: followerId }, data: { followingCount: { increment: by } }, select: { id: true } })
  await tx.user.update({ where: { id: followingId }, data: { followersCount: { increment: by } }, select: { id: true } })
}
