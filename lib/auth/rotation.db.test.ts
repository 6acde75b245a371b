import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { keyFor } from '@/lib/auth/key'
import { findViewer, issueTokens, rotateTokens } from '@/lib/auth/session'
import { signToken, verifyToken } from '@/lib/auth/token'
import { db } from '@/lib/db'
import { type Person, signedInAgain, somebody } from '@/lib/testing/factory'

const [OLD, NEW] = ['the old secret, of 32 bytes or more', 'the new secret, of 32 bytes or more']

const secrets = vi.hoisted((): { AUTH_SECRET?: string; AUTH_SECRET_PREVIOUS?: string | undefined } => ({}))

vi.mock('@/lib/env', async (original) => {
  const { env } = await original<typeof import('@/lib/env')>()
  return { env: new Proxy(env, { get: (real, name) => Reflect.get(name in secrets ? secrets : real, name) }) }
})

const signWithOld = () => Object.assign(secrets, { AUTH_SECRET: OLD, AUTH_SECRET_PREVIOUS: undefined })
const signWithNew = () => Object.assign(secrets, { AUTH_SECRET: NEW, AUTH_SECRET_PREVIOUS: OLD })
const forgetOld = () => Object.assign(secrets, { AUTH_SECRET: NEW, AUTH_SECRET_PREVIOUS: undefined })

/** As on an instance that is told of the new secret, and signs with it later. */
const expectNew = () => Object.assign(secrets, { AUTH_SECRET: OLD, AUTH_SECRET_PREVIOUS: NEW })

let ada: Person

beforeAll(async () => {
  ada = await somebody()
})

afterEach(signWithOld)

/** A new session of hers and its first refresh token. */
async function signedIn() {
  const { sessionId } = await signedInAgain(ada)
  const subject = { userId: ada.id, sessionId }
  return { subject, token: (await issueTokens(subject)).refresh_token }
}

describe('when AUTH_SECRET changes', () => {
  it.each(['access', 'session'] as const)(
    '%s tokens of the secret before stay good, and new ones are signed with the new one',
    async (kind) => {
      signWithOld()
      const subject = { userId: ada.id, sessionId: ada.sessionId }
      const old = await signToken(kind, subject)
      signWithNew()
      expect(await verifyToken(kind, old)).toEqual(subject)
      const young = await signToken(kind, subject)
      forgetOld()
      expect(await verifyToken(kind, young)).toEqual(subject)
      expect(await verifyToken(kind, old)).toBeNull()
      signWithOld()
      expect(await verifyToken(kind, young)).toBeNull()
    },
  )

  it('a kind of token is still no other', async () => {
    signWithOld()
    const access = await signToken('access', { userId: ada.id, sessionId: ada.sessionId })
    const oldKey = keyFor('access token')
    signWithNew()
    expect(await verifyToken('session', access)).toBeNull()
    expect(keyFor('access token')).not.toEqual(oldKey)
  })

  it('refresh tokens stay good', async () => {
    signWithOld()
    const { subject, token } = await signedIn()
    signWithNew()
    const second = await rotateTokens(token)
    forgetOld()
    expect(await rotateTokens(second?.refresh_token ?? '')).not.toBeNull()
    expect(await findViewer(subject)).not.toBeNull()
  })

  it.each([
    ['before the change, asked again after it', signWithOld, signWithNew],
    ['after the change, asked again after it', signWithNew, signWithNew],
    ['where the change has come, asked again where it has not', signWithNew, expectNew],
  ])('a refresh token used %s gives the same successor', async (_, first, again) => {
    signWithOld()
    const { subject, token } = await signedIn()
    first()
    const used = await rotateTokens(token)
    again()
    expect((await rotateTokens(token))?.refresh_token).toBe(used?.refresh_token)
    expect(await db.refreshToken.count({ where: { sessionId: subject.sessionId } })).toBe(2)
    expect(await rotateTokens(used?.refresh_token ?? '')).not.toBeNull()
  })

  it('twenty uses at once on both sides of the change give one successor', async () => {
    signWithOld()
    const { subject, token } = await signedIn()
    const turns = [signWithNew, expectNew]
    const timer = setInterval(() => turns[Math.floor(Math.random() * 2)]?.(), 1)
    const pairs = await Promise.all(Array.from({ length: 20 }, () => rotateTokens(token)))
    clearInterval(timer)
    expect(new Set(pairs.map((pair) => pair?.refresh_token)).size).toBe(1)
    expect(pairs[0]).not.toBeNull()
    expect(await db.refreshToken.count({ where: { sessionId: subject.sessionId } })).toBe(2)
  })

  it('and the one before is not kept, a successor that nobody can tell any more is refused, and ends nothing', async () => {
    signWithOld()
    const { subject, token } = await signedIn()
    await rotateTokens(token)
    forgetOld()
    expect(await rotateTokens(token)).toBeNull()
    expect(await findViewer(subject)).not.toBeNull()
  })
})
