import { describe, expect, it } from 'vitest'
import { sha256 } from '@/lib/auth/key'
import { findViewer } from '@/lib/auth/session'
import { db } from '@/lib/db'
import { requestEmailChange, requestVerification, verifyEmail } from '@/lib/emails/commands'
import { issueEmailToken } from '@/lib/emails/tokens'
import { settled } from '@/lib/later'
import { newUsername, PASSWORD, type Person, somebody } from '@/lib/testing/factory'
import { type KeptMail, mailsTo, tokenIn } from '@/lib/testing/mail'
import { deleteAccount } from '@/lib/users/commands'
import { getMe } from '@/lib/users/queries'

const newAddress = () => `${newUsername()}@linnet.example`

/** The mails to the address, once all that are under way have come. */
async function mailed(address: string): Promise<KeptMail[]> {
  await settled()
  return mailsTo(address)
}

/** The token of the last mail to the address. */
async function lastToken(address: string): Promise<string> {
  const last = (await mailed(address)).at(-1)
  return last ? tokenIn(last) : ''
}

const aged = (token: string, seconds: number) =>
  db.emailToken.update({ where: { hash: sha256(token) }, data: { createdAt: new Date(Date.now() - seconds * 1000) } })

const NOT_GOOD = { code: 'validation_failed', errors: [{ field: 'token', code: 'not_good' }] }

describe('a new address', () => {
  it('is verified by the link that signing up mails, once', async () => {
    const me = await somebody()
    expect(await getMe(me)).toMatchObject({ emailVerified: false })
    const [mail, ...more] = await mailed(me.email)
    expect([mail?.subject, more]).toEqual(['Is this your email address?', []])
    expect(mail?.text).toContain(`Hello @${me.username},`)
    const token = tokenIn(mail as KeptMail)
    expect(await getMe(me)).toMatchObject({ emailVerified: false })
    await verifyEmail({ token })
    expect(await getMe(me)).toMatchObject({ emailVerified: true, email: me.email })
    await expect(verifyEmail({ token })).rejects.toMatchObject(NOT_GOOD)
    expect(await findViewer({ userId: me.id, sessionId: me.sessionId })).not.toBeNull()
  })

  it('is kept with the token only as a hash, of 128 bits', async () => {
    const me = await somebody()
    const token = await lastToken(me.email)
    expect(Buffer.from(token, 'base64url')).toHaveLength(16)
    const rows = await db.emailToken.findMany({ where: { userId: me.id } })
    expect(rows).toMatchObject([{ purpose: 'verify', address: me.email, usedAt: null }])
    expect(Buffer.from(rows[0]?.hash ?? []).toString('hex')).toBe(Buffer.from(sha256(token)).toString('hex'))
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('has one good link: the newest, for an hour', async () => {
    const me = await somebody()
    const first = await lastToken(me.email)
    await requestVerification(me)
    const second = await lastToken(me.email)
    expect(second).not.toBe(first)
    await expect(verifyEmail({ token: first })).rejects.toMatchObject(NOT_GOOD)
    await aged(second, 3_601)
    await expect(verifyEmail({ token: second })).rejects.toMatchObject(NOT_GOOD)
    await aged(second, 3_590)
    await verifyEmail({ token: second })
  })

  it('is mailed nothing more once it is verified', async () => {
    const me = await somebody()
    await verifyEmail({ token: await lastToken(me.email) })
    await requestVerification(me)
    expect(await mailed(me.email)).toHaveLength(1)
    await expect(requestVerification(null)).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('is mailed at most five links an hour', async () => {
    const me = await somebody()
    for (let n = 0; n < 6; n++) await requestVerification(me)
    expect(await mailed(me.email)).toHaveLength(5)
    const issued = await Promise.all(
      Array.from({ length: 10 }, () => issueEmailToken({ userId: me.id, purpose: 'change', address: newAddress() })),
    )
    expect(issued.filter(Boolean)).toHaveLength(5)
    expect(await db.emailToken.count({ where: { userId: me.id, purpose: 'change', usedAt: null } })).toBe(1)
  })

  it.each(['', 'x', 'x'.repeat(60_000), '\0', '\ud800', null, 1, ['x']])('takes no token that we never gave: %j', async (token) => {
    await expect(verifyEmail({ token })).rejects.toMatchObject({ code: 'validation_failed', errors: [{ field: 'token' }] })
  })

  it('of an account that is gone meanwhile is no error', async () => {
    const me = await somebody()
    const token = await lastToken(me.email)
    const asked = requestVerification(me)
    await deleteAccount(me, { password: PASSWORD })
    await asked.catch(() => undefined)
    await settled()
    await expect(verifyEmail({ token })).rejects.toMatchObject(NOT_GOOD)
  })

  it('verified twenty times at once is verified once', async () => {
    const me = await somebody()
    const token = await lastToken(me.email)
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => verifyEmail({ token })))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject(NOT_GOOD)
  })
})

describe('a change of address', () => {
  async function asked(me: Person, email = newAddress()) {
    await requestEmailChange(me, { email: ` ${email.toUpperCase()} `, password: PASSWORD })
    return { email, token: await lastToken(email) }
  }

  it('waits for the link that is mailed to the new one, and the old one is told before and after', async () => {
    const me = await somebody()
    const { email, token } = await asked(me)
    expect(await getMe(me)).toMatchObject({ email: me.email })
    await verifyEmail({ token })
    expect(await getMe(me)).toMatchObject({ email, emailVerified: true })
    const told = await mailed(me.email)
    expect(told.map(({ subject }) => subject).toSorted()).toEqual([
      'Is this your email address?',
      'Your email address is about to change',
      'Your email address was changed',
    ])
    expect(JSON.stringify(told)).not.toContain(token)
    await expect(verifyEmail({ token })).rejects.toMatchObject(NOT_GOOD)
  })

  it('voids what was mailed to the old one', async () => {
    const me = await somebody()
    const old = await lastToken(me.email)
    const reset = (await issueEmailToken({ userId: me.id, purpose: 'reset', address: me.email })) ?? ''
    await verifyEmail({ token: (await asked(me)).token })
    await expect(verifyEmail({ token: old })).rejects.toMatchObject(NOT_GOOD)
    expect(await db.emailToken.count({ where: { hash: sha256(reset), usedAt: null } })).toBe(0)
  })

  it('needs somebody, the password, and another address', async () => {
    const me = await somebody()
    const change = (input: unknown, viewer: Person | null = me) => requestEmailChange(viewer, input)
    await expect(change({ email: newAddress(), password: PASSWORD }, null)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(change({ email: newAddress(), password: 'wrong' })).rejects.toMatchObject({
      code: 'forbidden',
      errors: [{ field: 'password' }],
    })
    await expect(change({ email: 'nowhere', password: PASSWORD })).rejects.toMatchObject({ errors: [{ field: 'email' }] })
    await expect(change({ email: me.email.toUpperCase(), password: PASSWORD })).rejects.toMatchObject({
      errors: [{ field: 'email', code: 'same' }],
    })
    expect(await mailed(me.email)).toHaveLength(1)
  })

  it('to an address that has an account tells nobody but that address', async () => {
    const [me, them] = [await somebody(), await somebody()]
    await requestEmailChange(me, { email: them.email, password: PASSWORD })
    const last = (await mailed(them.email)).at(-1)
    expect(last?.subject).toBe('This email address has an account already')
    expect(tokenIn(last as KeptMail)).toBe('')
    expect(await getMe(me)).toMatchObject({ email: me.email })
  })

  it('to an address that is taken by the time of the link is a conflict, and leaves all as it was', async () => {
    const me = await somebody()
    const { email, token } = await asked(me)
    const them = await somebody({ username: email.split('@')[0] as string })
    await expect(verifyEmail({ token })).rejects.toMatchObject({ code: 'conflict', errors: [{ field: 'token', code: 'taken' }] })
    expect(await getMe(me)).toMatchObject({ email: me.email, emailVerified: false })
    expect(await getMe(them)).toMatchObject({ email })
  })

  it('wished for twice goes to the second', async () => {
    const me = await somebody()
    const [first, second] = [await asked(me), await asked(me)]
    await expect(verifyEmail({ token: first.token })).rejects.toMatchObject(NOT_GOOD)
    await verifyEmail({ token: second.token })
    expect(await getMe(me)).toMatchObject({ email: second.email })
  })
})
