import { describe, expect, it } from 'vitest'
import { signIn } from '@/lib/auth/commands'
import { sha256 } from '@/lib/auth/key'
import { findViewer, issueTokens, rotateTokens } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { requestEmailChange, verifyEmail } from '@/lib/emails/commands'
import { settled } from '@/lib/later'
import { changePassword, requestPasswordReset, resetPassword } from '@/lib/passwords/commands'
import { newUsername, PASSWORD, type Person, signedInAgain, somebody } from '@/lib/testing/factory'
import { mailsTo, tokenIn } from '@/lib/testing/mail'
import { getMe } from '@/lib/users/queries'

const NEXT = 'a wren in the hedge'
const CLIENT = { ip: '', userAgent: 'test' }

const subjectsTo = async (address: string) => {
  await settled()
  return mailsTo(address).map(({ subject }) => subject)
}
const alive = async ({ id, sessionId }: Viewer) => (await findViewer({ userId: id, sessionId })) !== null
const knows = (me: Person, password: string) =>
  signIn({ login: me.username, password }, CLIENT).then(
    () => true,
    () => false,
  )

/** The token of the link that a forgotten password brings. */
async function resetToken(me: Person): Promise<string> {
  await requestPasswordReset({ email: me.email })
  await settled()
  const last = mailsTo(me.email).findLast(({ subject }) => subject === 'Choose a new password')
  return last ? tokenIn(last) : ''
}

const NOT_GOOD = { code: 'validation_failed', errors: [{ field: 'token', code: 'not_good' }] }

describe('changePassword', () => {
  it('changes it, ends every other session with its tokens, keeps this one, and tells the address', async () => {
    const me = await somebody()
    const other = await signedInAgain(me)
    const { refresh_token } = await issueTokens({ userId: me.id, sessionId: other.sessionId })
    await changePassword(me, { currentPassword: PASSWORD, newPassword: NEXT })
    expect([await alive(me), await alive(other), await rotateTokens(refresh_token)]).toEqual([true, false, null])
    expect([await knows(me, PASSWORD), await knows(me, NEXT)]).toEqual([false, true])
    expect(await subjectsTo(me.email)).toContain('Your password was changed')
  })

  it('voids links that were mailed before to change the address or the password', async () => {
    const me = await somebody()
    const email = `${newUsername()}@linnet.example`
    const reset = await resetToken(me)
    await requestEmailChange(me, { email, password: PASSWORD })
    await settled()
    const change = mailsTo(email).map(tokenIn)[0]
    await changePassword(me, { currentPassword: PASSWORD, newPassword: NEXT })
    await expect(verifyEmail({ token: change })).rejects.toMatchObject(NOT_GOOD)
    await expect(resetPassword({ token: reset, password: 'another wren entirely' })).rejects.toMatchObject(NOT_GOOD)
  })

  it('needs somebody, the current password, and a new one that is good', async () => {
    const me = await somebody()
    const change = (input: unknown, viewer: Person | null = me) => changePassword(viewer, input)
    await expect(change({ currentPassword: PASSWORD, newPassword: NEXT }, null)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(change({ currentPassword: NEXT, newPassword: NEXT })).rejects.toMatchObject({
      code: 'forbidden',
      errors: [{ field: 'currentPassword', code: 'wrong' }],
    })
    for (const [newPassword, code] of [
      ['short', 'too_short'],
      ['password', 'common'],
      [`my ${me.username}`, 'contains_name'],
    ]) {
      await expect(change({ currentPassword: PASSWORD, newPassword })).rejects.toMatchObject({
        code: 'validation_failed',
        errors: [{ field: 'newPassword', code }],
      })
    }
    expect(await knows(me, PASSWORD)).toBe(true)
  })

  it('done ten times at once is done once, and leaves no session that the old password began', async () => {
    const me = await somebody()
    const changes = Array.from({ length: 10 }, (_, n) => changePassword(me, { currentPassword: PASSWORD, newPassword: `${NEXT} ${n}` }))
    const signIns = Array.from({ length: 5 }, () => signIn({ login: me.username, password: PASSWORD }, CLIENT))
    const [changed] = await Promise.all([Promise.allSettled(changes), Promise.allSettled(signIns)])
    expect(changed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of changed) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'forbidden' })
    expect(await db.session.findMany({ where: { userId: me.id }, select: { id: true } })).toEqual([{ id: me.sessionId }])
  })
})

describe('a forgotten password', () => {
  it('is chosen anew by the mailed link, which ends every session and verifies the address', async () => {
    const me = await somebody()
    const other = await signedInAgain(me)
    const token = await resetToken(me)
    expect([await alive(me), await knows(me, PASSWORD)]).toEqual([true, true])
    await resetPassword({ token, password: NEXT })
    expect([await alive(me), await alive(other)]).toEqual([false, false])
    expect([await knows(me, PASSWORD), await knows(me, NEXT)]).toEqual([false, true])
    expect(await getMe(await signedInAgain(me))).toMatchObject({ emailVerified: true })
    expect(await subjectsTo(me.email)).toContain('Your password was changed')
    await expect(resetPassword({ token, password: 'another wren entirely' })).rejects.toMatchObject(NOT_GOOD)
  })

  it('is answered alike for every address, and mails nothing where there is no account', async () => {
    const stranger = `${newUsername()}@linnet.example`
    expect(await requestPasswordReset({ email: stranger })).toBeUndefined()
    expect(await subjectsTo(stranger)).toEqual([])
    await expect(requestPasswordReset({ email: 'nowhere' })).rejects.toMatchObject({ errors: [{ field: 'email' }] })
  })

  it('has one good link: the newest, for an hour, of its own kind', async () => {
    const me = await somebody()
    await settled()
    const verification = mailsTo(me.email).map(tokenIn)[0]
    const [first, second] = [await resetToken(me), await resetToken(me)]
    for (const token of [first, verification, 'x']) {
      await expect(resetPassword({ token, password: NEXT })).rejects.toMatchObject(NOT_GOOD)
    }
    await expect(verifyEmail({ token: second })).rejects.toMatchObject(NOT_GOOD)
    await db.emailToken.update({ where: { hash: sha256(second) }, data: { createdAt: new Date(Date.now() - 3_601_000) } })
    await expect(resetPassword({ token: second, password: NEXT })).rejects.toMatchObject(NOT_GOOD)
    expect(await knows(me, PASSWORD)).toBe(true)
  })

  it('does not use the link up while the new password is none', async () => {
    const me = await somebody()
    const token = await resetToken(me)
    await expect(resetPassword({ token, password: 'short' })).rejects.toMatchObject({ errors: [{ field: 'password', code: 'too_short' }] })
    await expect(resetPassword({ token, password: `my ${me.username}` })).rejects.toMatchObject({ errors: [{ code: 'contains_name' }] })
    await resetPassword({ token, password: NEXT })
  })

  it('chosen ten times at once is chosen once', async () => {
    const me = await somebody()
    const token = await resetToken(me)
    const results = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => resetPassword({ token, password: `${NEXT} ${n}` })))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject(NOT_GOOD)
  })
})
