import { type Db, transaction } from '@/lib/db'
import { issueEmailToken } from '@/lib/emails/tokens'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import type { UserRole } from '@/lib/generated/prisma/enums'
import { lockPerson, record, takeTweetDown } from '@/lib/moderation/acts'
import { getPerson } from '@/lib/moderation/queries'
import { removeAccount } from '@/lib/users/removal'
import { parseId } from '@/lib/validate'

// What only whoever has the server's command line can do. No door of the web leads here.

/** Makes somebody a moderator, or a member again. Answers whether that changed anything. Throws `not_found`. */
export async function setRole(username: string, role: UserRole): Promise<boolean> {
  const { id } = await getPerson(username)
  return transaction(async (tx) => {
    const person = await lockPerson(tx, id)
    if (person.role === role) return false
    await tx.user.update({ where: { id }, data: { role }, select: { id: true } })
    await record(tx, 'admin', { action: role === 'moderator' ? 'make_moderator' : 'make_member', subject: `@${person.username}` })
    return true
  })
}

/** Deletes an account as its owner could, and for good. Throws `not_found`. */
export async function deleteAccountOf(username: string, note = ''): Promise<void> {
  const { id, username: known } = await getPerson(username)
  const work = async (tx: Db) => {
    await removeAccount(tx, id)
    await record(tx, 'admin', { action: 'delete_account', subject: `@${known}`, note })
  }
  await transaction(work, { timeout: 60_000 })
}

/** Removes a tweet as its author could, and for good. Throws `not_found`, also for one that is removed already. */
export async function removeTweet(id: string, note = ''): Promise<void> {
  const tweetId = parseId(id, 'tweet')
  await transaction((tx) => takeTweetDown(tx, 'admin', tweetId, note))
}

/** A link by which somebody chooses a new password, good once and for an hour, to be given to nobody but them. Throws `not_found` and `rate_limited`. */
export async function makeResetLink(username: string): Promise<string> {
  const person = await getPerson(username)
  const token = await issueEmailToken({ userId: person.id, purpose: 'reset', address: person.email })
  if (!token) throw new AppError('rate_limited', 'Five links were made for this account within the hour. Try again later.')
  await transaction((tx) => record(tx, 'admin', { action: 'reset_password', subject: `@${person.username}` }))
  return `${env.APP_URL}/reset-password?token=${token}`
}
