import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { type Db, transaction } from '@/lib/db'
import { invalid } from '@/lib/errors'
import { newId } from '@/lib/id'
import { getUser, getUserId } from '@/lib/users/queries'
import type { User } from '@/lib/users/schema'

/** Follows somebody; nothing changes when that is so already. Throws `unauthenticated`, `not_found`, and `validation_failed` for oneself. */
export async function follow(viewer: Viewer | null, username: unknown): Promise<User> {
  const me = signedIn(viewer)
  const theirId = await getUserId(username)
  if (theirId === me.id) throw invalid('username', 'self', 'You cannot follow yourself.')
  await transaction(async (tx) => {
    const { count } = await tx.follow.createMany({ data: { id: newId(), followerId: me.id, followingId: theirId }, skipDuplicates: true })
    if (count > 0) await countFollow(tx, me.id, theirId, 1)
  })
  return getUser(me, username)
}

/** Stops following somebody; nothing changes when that is so already. Throws as `follow` does. */
export async function unfollow(viewer: Viewer | null, username: unknown): Promise<User> {
  const me = signedIn(viewer)
  const theirId = await getUserId(username)
  if (theirId === me.id) throw invalid('username', 'self', 'You cannot follow yourself.')
  await transaction(async (tx) => {
    const { count } = await tx.follow.deleteMany({ where: { followerId: me.id, followingId: theirId } })
    if (count > 0) await countFollow(tx, me.id, theirId, -1)
  })
  return getUser(me, username)
}

/** Both people's counts, the lower id first, so that two who follow each other at once don't wait for each other. */
async function countFollow(tx: Db, followerId: string, followingId: string, by: 1 | -1): Promise<void> {
  const follower = () => tx.user.update({ where: { id: followerId }, data: { followingCount: { increment: by } }, select: { id: true } })
  const following = () => tx.user.update({ where: { id: followingId }, data: { followersCount: { increment: by } }, select: { id: true } })
  for (const update of followerId < followingId ? [follower, following] : [following, follower]) await update()
}
