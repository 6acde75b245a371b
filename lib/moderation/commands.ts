import { type Moderator, moderating } from '@/lib/auth/viewer'
import { transaction } from '@/lib/db'
import { restorePerson, suspendPerson } from '@/lib/moderation/acts'
import { getSuspension } from '@/lib/moderation/queries'
import { type Suspension, suspensionInput } from '@/lib/moderation/schema'
import { parse } from '@/lib/validate'

/**
 * Suspends somebody: they are signed out, cannot sign in, and nobody sees them or what they wrote. Nothing changes when that is so
 * already. Throws `unauthenticated`, `not_found`, `validation_failed` for oneself, and `forbidden` unless the viewer is a moderator and they none.
 */
export async function suspend(viewer: Moderator | null, username: unknown, input: unknown): Promise<Suspension> {
  const me = moderating(viewer)
  const { user } = await getSuspension(username)
  const { note = '' } = parse(suspensionInput, input)
  await transaction((tx) => suspendPerson(tx, me, user.id, note))
  return getSuspension(username)
}

/** Restores somebody who was suspended, with everything they had; nothing changes for anybody else. Throws as `suspend` does. */
export async function restore(viewer: Moderator | null, username: unknown): Promise<Suspension> {
  const me = moderating(viewer)
  const { user } = await getSuspension(username)
  await transaction((tx) => restorePerson(tx, me, user.id))
  return getSuspension(username)
}
