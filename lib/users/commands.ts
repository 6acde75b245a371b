import { hashPassword, verifyPassword } from '@/lib/auth/password'
import { passwordError } from '@/lib/auth/policy'
import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db, transaction, uniqueViolation } from '@/lib/db'
import { mailVerification } from '@/lib/emails/commands'
import { AppError, type FieldError } from '@/lib/errors'
import { newId } from '@/lib/id'
import { type CutPortrait, cutPortrait, hangPortrait, type Portrait } from '@/lib/media/portraits'
import { forgetFiles } from '@/lib/media/removal'
import { metrics } from '@/lib/metrics'
import { limit } from '@/lib/rate-limit'
import { getMe } from '@/lib/users/queries'
import { removeAccount } from '@/lib/users/removal'
import { deleteAccountInput, type Me, profileInput, signUpInput } from '@/lib/users/schema'
import { toMeView, userSelect } from '@/lib/users/view'
import { parse } from '@/lib/validate'

/** Signs somebody up, and has a link mailed that verifies their address. Throws `validation_failed`, `rate_limited` and, for a taken username or email, `conflict`. */
export async function signUp(input: unknown): Promise<Me> {
  const { username, email, password, name } = parse(signUpInput, input, weakPassword(input))
  const usernameKey = username.toLowerCase()
  const taken = await findTaken(usernameKey, email)
  // Whether a username is taken everybody may see; whether an address is, one may not try at will.
  if (taken.length === 0 || taken.some(({ field }) => field === 'email')) await limit('signup', null)
  refuseTaken(taken)
  const passwordHash = await hashPassword(password)
  const id = newId()
  try {
    const data = { id, username, usernameKey, email, passwordHash, name: name ?? username }
    const select = { ...userSelect({ id }), email: true, emailVerifiedAt: true } as const
    const row = await transaction((tx) => tx.user.create({ data, select }))
    metrics.signups.inc()
    mailVerification(row)
    return toMeView(row, { id }, 0)
  } catch (error) {
    // Somebody was faster.
    if (uniqueViolation(error) !== null) refuseTaken(await findTaken(usernameKey, email))
    throw error
  }
}

/**
 * Edits one's own profile. Throws `unauthenticated`, `validation_failed`, `unavailable` when the storage of images fails, and
 * `not_found` once the account is gone.
 */
export async function editProfile(viewer: Viewer | null, input: unknown): Promise<Me> {
  const me = signedIn(viewer)
  const { name, bio, location, website, avatarMediaId, bannerMediaId } = parse(profileInput, input)
  const cleared = <T>(value: T | null | undefined) => (value === null ? '' : value)
  const data = Object.entries({ name, bio: cleared(bio), location: cleared(location), website: cleared(website) }).filter(
    ([, value]) => value !== undefined,
  )
  const avatar = await cutFor(me, 'avatar', avatarMediaId)
  const banner = await cutFor(me, 'banner', bannerMediaId)
  try {
    await transaction(async (tx) => {
      await tx.user.updateMany({ where: { id: me.id }, data: Object.fromEntries(data) })
      if (avatar !== undefined) await hangPortrait(tx, me, 'avatar', avatar)
      if (banner !== undefined) await hangPortrait(tx, me, 'banner', banner)
    })
  } catch (error) {
    await forgetFiles([avatar, banner].flatMap((cut) => cut?.files ?? []))
    throw error
  }
  return getMe(me)
}

/** What is to hang in that place: null for nothing, undefined for what hangs there now. */
async function cutFor(me: Viewer, place: Portrait, mediaId: string | null | undefined): Promise<CutPortrait | null | undefined> {
  if (!mediaId) return mediaId === null ? null : undefined
  return (await cutPortrait(me, place, mediaId)) ?? undefined
}

/**
 * Deletes one's own account: profile, sessions, follows and tweets go, others' counts stay right and their conversations whole.
 * Throws `unauthenticated`, `validation_failed`, `rate_limited`, and `forbidden` for a wrong password.
 */
export async function deleteAccount(viewer: Viewer | null, input: unknown): Promise<void> {
  const me = signedIn(viewer)
  const { password } = parse(deleteAccountInput, input)
  await limit('login', me)
  const user = await db.user.findUnique({ where: { id: me.id }, select: { passwordHash: true } })
  if (!(await verifyPassword(user?.passwordHash ?? null, password)))
    throw new AppError('forbidden', 'The password is wrong.', {
      errors: [{ field: 'password', code: 'wrong', message: 'The password is wrong.' }],
    })
  await transaction((tx) => removeAccount(tx, me.id), { timeout: 60_000 })
}

/** What is wrong with the password, told together with what is wrong with the rest. */
function weakPassword(input: unknown): FieldError[] {
  const { username, email, password } = Object(input) as Record<string, unknown>
  if (typeof password !== 'string') return []
  const weak = passwordError(password, { username: String(username ?? ''), email: String(email ?? '') })
  return weak ? [{ field: 'password', ...weak }] : []
}

async function findTaken(usernameKey: string, email: string): Promise<FieldError[]> {
  const rows = await db.user.findMany({ where: { OR: [{ usernameKey }, { email }] }, select: { usernameKey: true, email: true } })
  const taken = (field: string, message: string): FieldError => ({ field, code: 'taken', message })
  return [
    ...(rows.some((row) => row.usernameKey === usernameKey) ? [taken('username', 'This username is taken. Choose another.')] : []),
    ...(rows.some((row) => row.email === email) ? [taken('email', 'This email address has an account already. Sign in instead.')] : []),
  ]
}

function refuseTaken(errors: FieldError[]): void {
  if (errors.length > 0) throw new AppError('conflict', errors.map(({ message }) => message).join(' '), { errors })
}
