import { randomBytes } from 'node:crypto'
import { sha256 } from '@/lib/auth/key'
import { type Db, db, transaction } from '@/lib/db'
import { type AppError, invalid } from '@/lib/errors'
import type { EmailPurpose } from '@/lib/generated/prisma/enums'

/** How long a mailed link is good, and in that time how many are mailed to one person for one purpose. */
export const EMAIL_TOKEN_SECONDS = 3_600
const MOST = 5

type Mailed = { userId: string; purpose: EmailPurpose; address: string }

/**
 * A token for a link that is mailed to the address; it voids the earlier ones for the same purpose. Null when the person was mailed five within
 * the hour, or is gone.
 */
export async function issueEmailToken({ userId, purpose, address }: Mailed): Promise<string | null> {
  // 128 bits: more than anybody guesses in an hour, and short enough for one line of a mail.
  const token = randomBytes(16).toString('base64url')
  const issued = await transaction(async (tx) => {
    if (!(await lockUser(tx, userId))) return false
    const lately = await tx.emailToken.count({ where: { userId, purpose, createdAt: { gt: hourAgo() } } })
    if (lately >= MOST) return false
    await voidEmailTokens(tx, userId, [purpose])
    await tx.emailToken.create({ data: { hash: sha256(token), userId, purpose, address }, select: { hash: true } })
    return true
  })
  return issued ? token : null
}

/** Whom the token was mailed to, if it is good for one of these purposes. Throws `validation_failed`. */
export async function getTokenHolder(token: string, purposes: EmailPurpose[]): Promise<{ id: string; username: string; email: string }> {
  const found = await db.emailToken.findFirst({
    where: good(token, purposes),
    select: { address: true, purpose: true, user: { select: { id: true, username: true, email: true } } },
  })
  if (!found || isOutdated(found, found.user.email)) throw notGood()
  return found.user
}

/** Uses the token up, with its person locked. Throws `validation_failed` unless it is good for one of these purposes. */
export async function spendEmailToken(
  tx: Db,
  token: string,
  purposes: EmailPurpose[],
): Promise<Mailed & { email: string; username: string }> {
  const where = good(token, purposes)
  const found = await tx.emailToken.findFirst({ where, select: { userId: true, purpose: true, address: true } })
  const user = found && (await lockUser(tx, found.userId))
  if (!user || isOutdated(found, user.email)) throw notGood()
  const { count } = await tx.emailToken.updateMany({ where, data: { usedAt: new Date() } })
  if (count === 0) throw notGood()
  return { ...found, ...user }
}

/** Voids the person's links for these purposes. */
export async function voidEmailTokens(tx: Db, userId: string, purposes: EmailPurpose[]): Promise<void> {
  await tx.emailToken.updateMany({ where: { userId, purpose: { in: purposes }, usedAt: null }, data: { usedAt: new Date() } })
}

/** One at a time issues or uses somebody's links. */
async function lockUser(tx: Db, userId: string): Promise<{ email: string; username: string } | null> {
  const rows = await tx.$queryRaw<{ email: string; username: string }[]>`
    SELECT email, username FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
  return rows[0] ?? null
}

function good(token: string, purposes: EmailPurpose[]) {
  return { hash: sha256(token), purpose: { in: purposes }, usedAt: null, createdAt: { gt: hourAgo() } }
}

/** What was mailed to an address that is the account's no longer says nothing about the account. */
function isOutdated({ purpose, address }: Omit<Mailed, 'userId'>, email: string): boolean {
  return purpose !== 'change' && address !== email
}

function hourAgo(): Date {
  return new Date(Date.now() - EMAIL_TOKEN_SECONDS * 1000)
}

function notGood(): AppError {
  return invalid('token', 'not_good', 'This link is not good any more: it works once, for an hour, and only the newest does.')
}
