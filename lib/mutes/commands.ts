import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { transaction } from '@/lib/db'
import { newId } from '@/lib/id'
import { limit } from '@/lib/rate-limit'
import { getOther, getUser, getUserId } from '@/lib/users/queries'
import type { User } from '@/lib/users/schema'

/** Hears nothing of somebody any more, without their knowing. Throws `unauthenticated`, `not_found`, `rate_limited`, and `validation_failed` for oneself. */
export async function mute(viewer: Viewer | null, username: unknown): Promise<User> {
  const me = signedIn(viewer)
  const { id } = await getOther(me, username, 'mute')
  await getUserId(me, username)
  await limit('follows', me)
  await transaction((tx) => tx.mute.createMany({ data: { id: newId(), muterId: me.id, mutedId: id }, skipDuplicates: true }))
  return getUser(me, username)
}

/** Hears of them again, also of somebody who blocks the viewer meanwhile; nothing changes when that is so already. Throws as `mute` does. */
export async function unmute(viewer: Viewer | null, username: unknown): Promise<User> {
  const me = signedIn(viewer)
  const { id } = await getOther(me, username, 'mute')
  await limit('follows', me)
  await transaction((tx) => tx.mute.deleteMany({ where: { muterId: me.id, mutedId: id } }))
  return getUser(me, username)
}
