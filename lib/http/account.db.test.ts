import { NextRequest } from 'next/server'
import pg from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { sha256 } from '@/lib/auth/key'
import { authOptions } from '@/lib/auth/options'
import { issueTokens } from '@/lib/auth/session'
import { signToken } from '@/lib/auth/token'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { nextAuthRoutes } from '@/lib/http/next-auth'
import { settled } from '@/lib/later'
import { type Answer, accessTokenOf, call, type Options } from '@/lib/testing/api'
import { newUsername, PASSWORD, type Person, signedInAgain, somebody } from '@/lib/testing/factory'
import { mailsTo, tokenIn } from '@/lib/testing/mail'

/** What NextAuth answers to a sign-out, whether its event was heard or not. */
const nextAuth = vi.hoisted(() => ({ takesCookie: true }))

vi.mock('next-auth', () => ({
  default: () => new Response('{}', { headers: nextAuth.takesCookie ? { 'Set-Cookie': 'linnet.session=; Max-Age=0; Path=/' } : {} }),
}))

const NEXT = 'a wren in the hedge'
const post = (path: string, options: Options = {}) => call('POST', path, options)
const whoIs = (token: string) => call('GET', '/api/users/me', { headers: { Authorization: `Bearer ${token}` } })
const form = (fields: Record<string, string>) => ({ body: new URLSearchParams(fields) })
const tokens = (me: Person) => issueTokens({ userId: me.id, sessionId: me.sessionId })

async function lastToken(address: string): Promise<string> {
  await settled()
  return mailsTo(address).map(tokenIn).filter(Boolean).at(-1) ?? ''
}

describe('by the API', () => {
  it('an address is verified, and mailed to again', async () => {
    const me = await somebody()
    expect(await post('/api/users/me/verify-email', { as: me })).toMatchObject({ status: 204, text: '' })
    expect(await post('/api/auth/verify-email', { json: { token: await lastToken(me.email) } })).toMatchObject({ status: 204 })
    expect((await call('GET', '/api/users/me', { as: me })).body).toMatchObject({ emailVerified: true })
    expect(await post('/api/auth/verify-email', { json: { token: 'x' } })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'token' }] },
    })
  })

  it('an address is changed: 403 for a wrong password, 204, 409 once it is taken', async () => {
    const me = await somebody()
    const username = newUsername()
    const email = `${username}@linnet.example`
    expect(await post('/api/users/me/email', { as: me, json: { email, password: 'wrong' } })).toMatchObject({ status: 403 })
    expect(await post('/api/users/me/email', { as: me, json: { email, password: PASSWORD } })).toMatchObject({ status: 204, text: '' })
    const token = await lastToken(email)
    const them = await somebody({ username })
    expect(await post('/api/auth/verify-email', { json: { token } })).toMatchObject({ status: 409, body: { code: 'conflict' } })
    await call('DELETE', '/api/users/me', { as: them, json: { password: PASSWORD } })
    expect(await post('/api/auth/verify-email', { json: { token } })).toMatchObject({ status: 204 })
    expect((await call('GET', '/api/users/me', { as: me })).body).toMatchObject({ email, emailVerified: true })
  })

  it('a forgotten password is answered alike for every address, and chosen anew', async () => {
    const me = await somebody()
    const shape = ({ status, text, headers }: Answer) => [status, text, [...headers.keys()]]
    const [known, unknown] = [
      await post('/api/auth/forgot-password', { json: { email: me.email } }),
      await post('/api/auth/forgot-password', { json: { email: `${newUsername()}@linnet.example` } }),
    ]
    expect(shape(known)).toEqual(shape(unknown))
    expect(known.status).toBe(204)
    const { access_token } = await tokens(me)
    const json = { token: await lastToken(me.email), password: NEXT }
    expect(await post('/api/auth/reset-password', { json })).toMatchObject({ status: 204, text: '' })
    expect(await post('/api/auth/reset-password', { json })).toMatchObject({ status: 422 })
    expect(await whoIs(access_token)).toMatchObject({ status: 401 })
    expect(await post('/api/auth/token', form({ grant_type: 'password', username: me.email, password: NEXT }))).toMatchObject({
      status: 200,
    })
  })

  it('a password is changed: 403 for a wrong one, else 204, and only this session stays', async () => {
    const me = await somebody()
    const other = await signedInAgain(me)
    const change = (currentPassword: string) => post('/api/users/me/password', { as: me, json: { currentPassword, newPassword: NEXT } })
    expect(await change('wrong')).toMatchObject({ status: 403, body: { code: 'forbidden', errors: [{ field: 'currentPassword' }] } })
    expect(await change(PASSWORD)).toMatchObject({ status: 204, text: '' })
    expect(await call('GET', '/api/users/me', { as: me })).toMatchObject({ status: 200 })
    for (const who of [{ as: other }, { cookieOf: other }]) expect(await call('GET', '/api/users/me', who)).toMatchObject({ status: 401 })
  })

  it('sessions are listed and ended, one or all others', async () => {
    const [me, them] = [await somebody(), await somebody()]
    const [one, two] = [await signedInAgain(me), await signedInAgain(me)]
    const ids = async () => (await call('GET', '/api/auth/sessions', { as: me })).body.items.map(({ id }: { id: string }) => id)
    expect(await ids()).toEqual([two.sessionId, one.sessionId, me.sessionId])
    expect(await call('DELETE', `/api/auth/sessions/${them.sessionId}`, { as: me })).toMatchObject({ status: 404 })
    expect(await call('DELETE', `/api/auth/sessions/${one.sessionId}`, { as: me })).toMatchObject({ status: 204, text: '' })
    expect(await call('GET', '/api/users/me', { as: one })).toMatchObject({ status: 401 })
    expect(await call('DELETE', '/api/auth/sessions', { as: me })).toMatchObject({ status: 204, text: '' })
    expect(await ids()).toEqual([me.sessionId])
  })
})

describe('POST /api/auth/revoke', () => {
  const revoke = (token: string) => post('/api/auth/revoke', form({ token }))

  it.each<[string, (me: Person) => Promise<Options>]>([
    ['an access token', async (me) => form({ token: await accessTokenOf(me) })],
    ['a refresh token', async (me) => form({ token: (await tokens(me)).refresh_token, token_type_hint: 'refresh_token' })],
    [
      'a refresh token under the wrong hint, in JSON',
      async (me) => ({ json: { token: (await tokens(me)).refresh_token, token_type_hint: 'x' } }),
    ],
  ])('ends the whole sign-in of %s and no other', async (_, options) => {
    const me = await somebody()
    const other = await signedInAgain(me)
    const { access_token, refresh_token } = await tokens(me)
    expect(await post('/api/auth/revoke', await options(me))).toMatchObject({ status: 200 })
    expect(await whoIs(access_token)).toMatchObject({ status: 401 })
    expect(await post('/api/auth/token', form({ grant_type: 'refresh_token', refresh_token }))).toMatchObject({ status: 400 })
    expect(await call('GET', '/api/users/me', { as: other })).toMatchObject({ status: 200 })
  })

  it('is 200 for whatever is no token, also twice, and caches nothing', async () => {
    const me = await somebody()
    const cookie = await signToken('session', { userId: me.id, sessionId: me.sessionId })
    for (const token of ['', 'x', cookie, `${await accessTokenOf(me)}x`, 'x'.repeat(60_000), '\0']) {
      const answer = await revoke(token)
      expect(answer).toMatchObject({ status: 200 })
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
    expect(await call('GET', '/api/users/me', { as: me })).toMatchObject({ status: 200 })
    const token = await accessTokenOf(me)
    expect([(await revoke(token)).status, (await revoke(token)).status]).toEqual([200, 200])
  })

  it.each<Options>([{}, { json: {} }, { json: { token: 1 } }, { json: [] }, { body: new URLSearchParams('token=a&token=b') }])(
    'without one token is refused as RFC 6749 has it: %j',
    async (options) => {
      expect(await post('/api/auth/revoke', options)).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    },
  )
})

describe('refresh tokens', () => {
  const refresh = (refresh_token: string) => post('/api/auth/token', form({ grant_type: 'refresh_token', refresh_token }))

  it('used twenty times at once: twenty times 200, one successor', async () => {
    const { refresh_token } = await tokens(await somebody())
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(refresh_token)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(new Set(answers.map(({ body }) => body.refresh_token)).size).toBe(1)
  })

  it('used again twenty times at once after the grace: twenty times 400, and the whole sign-in is over', async () => {
    const me = await somebody()
    const { refresh_token } = await tokens(me)
    const { body } = await refresh(refresh_token)
    await db.refreshToken.update({ where: { hash: sha256(refresh_token) }, data: { usedAt: new Date(Date.now() - 31_000) } })
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(refresh_token)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(400))
    expect(await whoIs(body.access_token)).toMatchObject({ status: 401 })
    expect(await refresh(body.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })
})

it('what another instance ended is over on the next request, for bearer and cookie alike', async () => {
  const me = await somebody()
  for (const who of [{ as: me }, { cookieOf: me }]) expect(await call('GET', '/api/users/me', who)).toMatchObject({ status: 200 })
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await other.connect()
  await other.query('DELETE FROM sessions WHERE id = $1', [me.sessionId])
  await other.end()
  for (const who of [{ as: me }, { cookieOf: me }]) expect(await call('GET', '/api/users/me', who)).toMatchObject({ status: 401 })
})

describe("NextAuth's own sign-out", () => {
  async function signOut(me: Person, more: Record<string, string> = {}) {
    const cookie = `${SESSION_COOKIE.name}=${await signToken('session', { userId: me.id, sessionId: me.sessionId })}`
    const headers = { cookie, origin: env.APP_URL, ...more }
    const request = new NextRequest('http://localhost:3000/api/auth/signout', { method: 'POST', headers })
    return nextAuthRoutes.POST(request, { params: Promise.resolve({ nextauth: ['signout'] }) })
  }

  it('ends the session by its event', async () => {
    const me = await somebody()
    const token = { sub: me.id, sid: me.sessionId }
    await authOptions.events?.signOut?.({ token, session: {} as never })
    expect(await call('GET', '/api/users/me', { cookieOf: me })).toMatchObject({ status: 401 })
  })

  it('ends the session also where the event failed, which NextAuth does not tell', async () => {
    const me = await somebody()
    expect((await signOut(me)).status).toBe(200)
    expect(await call('GET', '/api/users/me', { cookieOf: me })).toMatchObject({ status: 401 })
  })

  it.each<Record<string, string>>([{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])(
    'from another site, %j, ends nothing',
    async (sent) => {
      const me = await somebody()
      expect((await signOut(me, sent)).status).toBe(403)
      expect(await call('GET', '/api/users/me', { cookieOf: me })).toMatchObject({ status: 200 })
    },
  )

  it('without its own token ends nothing', async () => {
    const me = await somebody()
    nextAuth.takesCookie = false
    await signOut(me)
    expect(await call('GET', '/api/users/me', { cookieOf: me })).toMatchObject({ status: 200 })
  })
})
