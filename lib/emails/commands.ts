import { verifyPassword } from '@/lib/auth/password'
import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db, transaction, uniqueViolation } from '@/lib/db'
import { changeEmailInput, verifyEmailInput } from '@/lib/emails/schema'
import { issueEmailToken, spendEmailToken, voidEmailTokens } from '@/lib/emails/tokens'
import { AppError, invalid, notFound } from '@/lib/errors'
import { later } from '@/lib/later'
import { sendMail } from '@/lib/mail/commands'
import { changeAskedLetter, changedLetter, changeLetter, takenLetter, verificationLetter } from '@/lib/mail/letters'
import { limit } from '@/lib/rate-limit'
import { parse } from '@/lib/validate'

type Addressee = { id: string; username: string; email: string }

/** Has a link mailed to the person, by which they show that their address is theirs. */
export function mailVerification({ id, username, email }: Addressee): void {
  later(async () => {
    const token = await issueEmailToken({ userId: id, purpose: 'verify', address: email })
    if (token) await sendMail(verificationLetter({ to: email, username, token }))
  })
}

/** Has that link mailed again, unless the address is verified already. Throws `unauthenticated` and `rate_limited`. */
export async function requestVerification(viewer: Viewer | null): Promise<void> {
  const me = signedIn(viewer)
  await limit('mails', me)
  const user = await db.user.findUnique({ where: { id: me.id }, select: { id: true, username: true, email: true, emailVerifiedAt: true } })
  if (!user) throw notFound('user')
  if (!user.emailVerifiedAt) mailVerification(user)
}

/**
 * Has a link mailed to the new address, by which it becomes the account's, and tells the old one. To whom the new one belongs already is told
 * only there. Throws `unauthenticated`, `validation_failed`, `rate_limited`, and `forbidden` for a wrong password.
 */
export async function requestEmailChange(viewer: Viewer | null, input: unknown): Promise<void> {
  const me = signedIn(viewer)
  const { email, password } = parse(changeEmailInput, input)
  await limit('login', me)
  const select = { id: true, username: true, email: true, passwordHash: true }
  const user = await db.user.findUnique({ where: { id: me.id }, select })
  if (!(await verifyPassword(user?.passwordHash ?? null, password)) || !user)
    throw new AppError('forbidden', 'The password is wrong.', {
      errors: [{ field: 'password', code: 'wrong', message: 'The password is wrong.' }],
    })
  await limit('mails', me)
  if (email === user.email) throw invalid('email', 'same', 'This is your address already.')
  later(() => mailChange(user, email))
}

/**
 * Takes a mailed link's token: the address that it was mailed to is verified, and becomes the account's if that was asked for. Throws
 * `validation_failed` for a token that is not good, and `conflict` when the address has become another account's.
 */
export async function verifyEmail(input: unknown): Promise<void> {
  const { token } = parse(verifyEmailInput, input)
  const { purpose, username, email } = await verify(token).catch((error: unknown) => {
    if (uniqueViolation(error) === null) throw error
    const message = 'This email address has another account by now.'
    throw new AppError('conflict', message, { errors: [{ field: 'token', code: 'taken', message }] })
  })
  if (purpose === 'change') later(() => sendMail(changedLetter({ to: email, username })))
}

/** What came of the token, with the address that the account had before. */
function verify(token: string) {
  return transaction(async (tx) => {
    const spent = await spendEmailToken(tx, token, ['verify', 'change'])
    const { userId, address, purpose } = spent
    await tx.user.update({ where: { id: userId }, data: { email: address, emailVerifiedAt: new Date() }, select: { id: true } })
    await voidEmailTokens(tx, userId, purpose === 'change' ? ['verify', 'change', 'reset'] : ['verify'])
    return spent
  })
}

async function mailChange({ id, username, email }: Addressee, to: string): Promise<void> {
  const token = await issueEmailToken({ userId: id, purpose: 'change', address: to })
  if (!token) return
  const taken = await db.user.findUnique({ where: { email: to }, select: { id: true } })
  await Promise.all([
    sendMail(taken ? takenLetter({ to, username }) : changeLetter({ to, username, token })),
    sendMail(changeAskedLetter({ to: email, username })),
  ])
}
