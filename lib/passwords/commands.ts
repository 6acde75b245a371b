import { hashPassword, verifyPassword } from '@/lib/auth/password'
import { passwordError } from '@/lib/auth/policy'
import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db, transaction } from '@/lib/db'
import { getTokenHolder, issueEmailToken, spendEmailToken, voidEmailTokens } from '@/lib/emails/tokens'
import { AppError } from '@/lib/errors'
import { later } from '@/lib/later'
import { sendMail } from '@/lib/mail/commands'
import { passwordLetter, resetLetter } from '@/lib/mail/letters'
import { changePasswordInput, forgotPasswordInput, resetPasswordInput } from '@/lib/passwords/schema'
import { limit } from '@/lib/rate-limit'
import { parse } from '@/lib/validate'

/**
 * Changes one's own password: every other session ends, and so do links that were mailed. Throws `unauthenticated`, `validation_failed`,
 * `rate_limited`, and `forbidden` for a wrong current password.
 */
export async function changePassword(viewer: Viewer | null, input: unknown): Promise<void> {
  const me = signedIn(viewer)
  const { currentPassword, newPassword } = parse(changePasswordInput, input)
  await limit('login', me)
  const user = await db.user.findUnique({ where: { id: me.id }, select: { username: true, email: true, passwordHash: true } })
  if (!(await verifyPassword(user?.passwordHash ?? null, currentPassword)) || !user) throw wrongPassword()
  refuseWeak('newPassword', newPassword, user)
  const passwordHash = await hashPassword(newPassword)
  await transaction(async (tx) => {
    // Of two changes at once the second finds that what it checked is the password no longer.
    const changed = await tx.user.updateMany({ where: { id: me.id, passwordHash: user.passwordHash }, data: { passwordHash } })
    if (changed.count === 0) throw wrongPassword()
    await tx.session.deleteMany({ where: { userId: me.id, id: { not: me.sessionId } } })
    await voidEmailTokens(tx, me.id, ['change', 'reset'])
  })
  later(() => sendMail(passwordLetter({ to: user.email, username: user.username })))
}

/**
 * Has a link mailed to the address, by which a new password is chosen, if it has an account; nothing tells whether it does. Throws
 * `validation_failed` and `rate_limited`, alike for every address.
 */
export async function requestPasswordReset(input: unknown): Promise<void> {
  const { email } = parse(forgotPasswordInput, input)
  await limit('mails', null, email)
  const user = await db.user.findUnique({ where: { email }, select: { id: true, username: true } })
  if (user) later(() => mailReset(user, email))
}

/** Chooses a new password by a mailed link's token: every session ends, and so does every other link. Throws `validation_failed`. */
export async function resetPassword(input: unknown): Promise<void> {
  const { token, password } = parse(resetPasswordInput, input)
  refuseWeak('password', password, await getTokenHolder(token, ['reset']))
  const passwordHash = await hashPassword(password)
  const { email, username } = await transaction(async (tx) => {
    const spent = await spendEmailToken(tx, token, ['reset'])
    const { userId } = spent
    // Who has the link has the address.
    await tx.user.updateMany({ where: { id: userId, emailVerifiedAt: null }, data: { emailVerifiedAt: new Date() } })
    await tx.user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } })
    await tx.session.deleteMany({ where: { userId } })
    await voidEmailTokens(tx, userId, ['verify', 'change', 'reset'])
    return spent
  })
  later(() => sendMail(passwordLetter({ to: email, username })))
}

async function mailReset({ id, username }: { id: string; username: string }, to: string): Promise<void> {
  const token = await issueEmailToken({ userId: id, purpose: 'reset', address: to })
  if (token) await sendMail(resetLetter({ to, username, token }))
}

function refuseWeak(field: string, password: string, whose: { username: string; email: string }): void {
  const weak = passwordError(password, whose)
  if (weak) throw new AppError('validation_failed', weak.message, { errors: [{ field, ...weak }] })
}

function wrongPassword(): AppError {
  const message = 'The current password is wrong.'
  return new AppError('forbidden', message, { errors: [{ field: 'currentPassword', code: 'wrong', message }] })
}
