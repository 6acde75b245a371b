import { type Moderator, moderating, signedIn, type Viewer } from '@/lib/auth/viewer'
import { type Db, transaction } from '@/lib/db'
import { AppError, invalid, notFound } from '@/lib/errors'
import { newId } from '@/lib/id'
import { dismissReport, suspendPerson, takeTweetDown } from '@/lib/moderation/acts'
import { limit } from '@/lib/rate-limit'
import { getReport } from '@/lib/reports/queries'
import { type Report, reportInput, resolutionInput } from '@/lib/reports/schema'
import { getTweet } from '@/lib/tweets/queries'
import { getOther } from '@/lib/users/queries'
import { parse } from '@/lib/validate'

/**
 * Tells the moderators of a tweet or a person; while they have not resolved it, telling them again changes reason and note. Throws
 * `unauthenticated`, `validation_failed` and `rate_limited`.
 */
export async function createReport(viewer: Viewer | null, input: unknown): Promise<void> {
  const me = signedIn(viewer)
  const { tweetId, username, reason, note = '' } = parse(reportInput, input)
  const about = tweetId ? await aboutTweet(me, tweetId) : await aboutPerson(me, username)
  await limit('reports', me)
  await transaction(async (tx) => {
    // One at a time of one's own, so that two at once make one.
    await tx.$queryRaw`SELECT id FROM users WHERE id = ${me.id}::uuid FOR NO KEY UPDATE`
    const { count } = await tx.report.updateMany({ where: { reporterId: me.id, ...about, resolvedAt: null }, data: { reason, note } })
    if (count === 0) await tx.report.create({ data: { id: newId(), reporterId: me.id, ...about, reason, note }, select: { id: true } })
  })
}

/**
 * Resolves a report, once: dismisses it, removes its tweet or suspends its person, and with those every report about the same. Nothing
 * changes when that is so already. Throws `unauthenticated`, `not_found`, `validation_failed`, `conflict` when it was resolved otherwise, and
 * `forbidden` unless the viewer is a moderator.
 */
export async function resolveReport(viewer: Moderator | null, id: unknown, input: unknown): Promise<Report> {
  const me = moderating(viewer)
  const { id: reportId } = await getReport(me, id)
  const { action, note = '' } = parse(resolutionInput, input)
  await transaction(async (tx) => {
    const open = await lockReport(tx, reportId, action)
    if (open) await ACTS[action](tx, me, open, note)
  })
  return getReport(me, reportId)
}

type Open = { id: string; userId: string; tweetId: string | null }

const ACTS = {
  dismiss: (tx: Db, by: Moderator, { id }: Open, note: string) => dismissReport(tx, by, id, note),
  suspend: (tx: Db, by: Moderator, { userId }: Open, note: string) => suspendPerson(tx, by, userId, note),
  remove: (tx: Db, by: Moderator, { tweetId }: Open, note: string) => {
    if (!tweetId) throw invalid('action', 'no_tweet', 'This report is about a person: there is no tweet to remove.')
    return takeTweetDown(tx, by, tweetId, note)
  },
}

/** The report, held until the transaction ends; null when it was resolved so already. */
async function lockReport(tx: Db, id: string, action: keyof typeof ACTS): Promise<Open | null> {
  const [row] = await tx.$queryRaw<(Open & { resolution: string | null })[]>`
    SELECT id, user_id AS "userId", tweet_id AS "tweetId", resolution FROM reports WHERE id = ${id}::uuid FOR UPDATE`
  if (!row) throw notFound('report')
  if (row.resolution === null) return row
  if (row.resolution === action) return null
  throw new AppError('conflict', 'This report was resolved otherwise meanwhile.', { reason: 'conflict.report' })
}

async function aboutTweet(me: Viewer, tweetId: string): Promise<{ userId: string; tweetId: string }> {
  const tweet = await getTweet(me, tweetId).catch(invalidWhereGone('tweetId', 'tweet'))
  if (tweet.author.id === me.id) throw invalid('tweetId', 'self', 'You cannot report your own tweet; you can delete it.')
  return { userId: tweet.author.id, tweetId }
}

async function aboutPerson(me: Viewer, username: unknown): Promise<{ userId: string; tweetId: null }> {
  const { id } = await getOther(me, username, 'report').catch(invalidWhereGone('username', 'user'))
  return { userId: id, tweetId: null }
}

function invalidWhereGone(field: string, thing: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof AppError && error.code === 'not_found') throw invalid(field, 'not_found', `There is no such ${thing}.`)
    throw error
  }
}
