import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { type Db, transaction } from '@/lib/db'
import { lockPair, removeFollow } from '@/lib/follows/commands'
import { newId } from '@/lib/id'
import { limit } from '@/lib/rate-limit'
import { getOther } from '@/lib/users/queries'
import type { User } from '@/lib/users/schema'

/**
 * Blocks somebody, also somebody who blocks the viewer: both stop following, what either told the other of is gone, and neither
 * sees the other from then on. Nothing changes when that is so already. Throws `unauthenticated`, `not_found`, `rate_limited`, and
 * `validation_failed` for oneself.
 */
export async function block(viewer: Viewer | null, username: unknown): Promise<User> {
  const me = signedIn(viewer)
  const { id } = await getOther(me, username, 'block')
  await limit('follows', me)
  await transaction(async (tx) => {
    await lockPair(tx, me.id, id)
    const { count } = await tx.block.createMany({ data: { id: newId(), blockerId: me.id, blockedId: id }, skipDuplicates: true })
    if (count > 0) await part(tx, me.id, id)
  })
  return getOther(me, username, 'block')
}

/** Blocks them no more; nothing changes when that is so already. Throws as `block` does. */
export async function unblock(viewer: Viewer | null, username: unknown): Promise<User> {
  const me = signedIn(viewer)
  const { id } = await getOther(me, username, 'block')
  await limit('follows', me)
  await transaction((tx) => tx.block.deleteMany({ where: { blockerId: me.id, blockedId: id } }))
  return getOther(me, username, 'block')
}

async function part(tx: Db, a: string, b: string): Promise<void> {
  await removeFollow(tx, a, b)
  await removeFollow(tx, b, a)
  await tx.notification.deleteMany({
    where: {
      OR: [
        { userId: a, actorId: b },
        { userId: b, actorId: a },
      ],
    },
  })
}
