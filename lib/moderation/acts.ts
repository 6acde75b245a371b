import type { Moderator, Viewer } from '@/lib/auth/viewer'
import type { Db } from '@/lib/db'
import { voidEmailTokens } from '@/lib/emails/tokens'
import { AppError, invalid, notFound } from '@/lib/errors'
import type { AuditAction, UserRole } from '@/lib/generated/prisma/enums'
import { forgetTrends } from '@/lib/hashtags/commands'
import { newId } from '@/lib/id'
import { removeTweets } from '@/lib/tweets/removal'

/** Writes down what was done, in the transaction in which it is done. */
export async function record(tx: Db, by: Moderator, entry: { action: AuditAction; subject: string; note?: string }): Promise<void> {
  const actor = by === 'admin' ? by : by.username
  await tx.auditEntry.create({ data: { id: newId(), actor, ...entry }, select: { id: true } })
}

/** A person, held until the transaction ends. Throws `not_found`. */
export async function lockPerson(tx: Db, id: string): Promise<LockedPerson> {
  const [row] = await tx.$queryRaw<LockedPerson[]>`
    SELECT id, username, role, suspended_at AS "suspendedAt" FROM users WHERE id = ${id}::uuid FOR UPDATE`
  if (!row) throw notFound('user')
  return row
}

export type LockedPerson = { id: string; username: string; role: UserRole; suspendedAt: Date | null }

/** Does nothing about the report. */
export async function dismissReport(tx: Db, by: Moderator, id: string, note: string): Promise<void> {
  const { user, tweetId } = await tx.report.update({
    where: { id },
    data: { resolution: 'dismiss', resolvedAt: new Date() },
    select: { tweetId: true, user: { select: { username: true } } },
  })
  await record(tx, by, { action: 'dismiss', subject: subjectOf(user.username, tweetId), note })
}

/** Removes the tweet, as its author could, and resolves every report about it. Throws `not_found`, also when it is deleted already. */
export async function takeTweetDown(tx: Db, by: Moderator, id: string, note: string): Promise<void> {
  const tweet = await tx.tweet.findUnique({ where: { id }, select: { deletedAt: true, author: { select: { username: true } } } })
  if (!tweet || tweet.deletedAt) throw notFound('tweet')
  await removeTweets(tx, [id])
  await tx.report.updateMany({ where: { tweetId: id, resolvedAt: null }, data: { resolution: 'remove', resolvedAt: new Date() } })
  await record(tx, by, { action: 'remove_tweet', subject: subjectOf(tweet.author?.username ?? 'nobody', id), note })
}

/**
 * Takes a person out of sight, ends their sessions, and resolves every report about them. Throws `not_found`, `validation_failed` for
 * oneself, and `forbidden` for another moderator.
 */
export async function suspendPerson(tx: Db, by: Moderator, id: string, note: string): Promise<void> {
  await forgetTrendsOf(tx, id)
  const person = await lockPerson(tx, id)
  if (by !== 'admin') refuseEqual(by, person)
  await tx.report.updateMany({ where: { userId: id, resolvedAt: null }, data: { resolution: 'suspend', resolvedAt: new Date() } })
  if (person.suspendedAt) return
  await tx.user.update({ where: { id }, data: { suspendedAt: new Date() }, select: { id: true } })
  await tx.session.deleteMany({ where: { userId: id } })
  await voidEmailTokens(tx, id, ['verify', 'change', 'reset'])
  await record(tx, by, { action: 'suspend', subject: `@${person.username}`, note })
}

/** Lets a person be seen and sign in again, with everything they had. Throws `not_found`. */
export async function restorePerson(tx: Db, by: Moderator, id: string): Promise<void> {
  await forgetTrendsOf(tx, id)
  const person = await lockPerson(tx, id)
  if (!person.suspendedAt) return
  await tx.user.update({ where: { id }, data: { suspendedAt: null }, select: { id: true } })
  await record(tx, by, { action: 'restore', subject: `@${person.username}` })
}

function refuseEqual(me: Viewer, { id, role }: LockedPerson): void {
  if (id === me.id) throw invalid('username', 'self', 'You cannot suspend yourself.', { verb: 'suspend' })
  if (role === 'moderator')
    throw new AppError('forbidden', 'Only whoever keeps this Linnet can suspend a moderator.', { reason: 'forbidden.moderator' })
}

/** What they used in the days that count for the ranking is reckoned anew. */
async function forgetTrendsOf(tx: Db, authorId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT hashtag_id AS id FROM hashtag_trends WHERE hashtag_id IN (SELECT hashtag_id FROM tweet_hashtags WHERE author_id = ${authorId}::uuid)`
  await forgetTrends(
    tx,
    rows.map(({ id }) => id),
  )
}

function subjectOf(username: string, tweetId: string | null): string {
  return tweetId ? `tweet ${tweetId} of @${username}` : `@${username}`
}
