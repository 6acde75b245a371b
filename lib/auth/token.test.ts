import { describe, expect, it, vi } from 'vitest'

vi.hoisted(() => vi.stubEnv('DATABASE_URL', 'postgres://localhost/unused'))

import { SESSION_MAX_SECONDS, signToken, verifyToken } from '@/lib/auth/token'
import { forgeries, type Kind, partsOf, tokenWith } from '@/lib/testing/forgeries'

const ADA = { userId: '019a4b5c-6d7e-7f80-8123-456789abcdef', sessionId: '019a4b5c-6d7e-7f80-8123-456789abcde0' }
const KINDS: Kind[] = ['access', 'session']
const HEADER = { alg: 'HS256', typ: 'at+jwt' }

describe('a token', () => {
  it.each(['access', 'session'] as const)('of the %s kind names whom it was made for', async (kind) => {
    expect(await verifyToken(kind, await signToken(kind, ADA))).toEqual(ADA)
  })

  it('is a JWT of three parts with the claims of RFC 9068', async () => {
    const [header, claims, ...rest] = (await signToken('access', ADA)).split('.').map((part) => Buffer.from(part, 'base64url').toString())
    expect(JSON.parse(header ?? '')).toEqual(HEADER)
    expect(JSON.parse(claims ?? '')).toEqual({
      ...partsOf('access', ADA).claims,
      jti: expect.any(String),
      iat: expect.any(Number),
      exp: expect.any(Number),
    })
    expect(rest).toHaveLength(1)
    const { iat, exp } = JSON.parse(claims ?? '')
    expect(exp - iat).toBe(900)
  })

  it('is made anew each time', async () => {
    expect(await signToken('access', ADA)).not.toBe(await signToken('access', ADA))
  })

  it('may be forged here, so that the forgeries below fail for what they change', async () => {
    for (const kind of KINDS) expect(await verifyToken(kind, tokenWith(kind, ADA))).toEqual(ADA)
  })
})

describe.each(KINDS)('a forged token of the %s kind', async (kind) => {
  it.each(await forgeries(kind, ADA))('is refused: %s', async (_, token) => {
    expect(await verifyToken(kind, token)).toBeNull()
  })

  it('is refused with white space around it', async () => {
    const good = tokenWith(kind, ADA)
    for (const token of [` ${good}`, `${good}\n`, `${good} `]) expect(await verifyToken(kind, token)).toBeNull()
  })
})

describe('the kinds', () => {
  it('a session cookie is no bearer token and a bearer token no cookie', async () => {
    expect(await verifyToken('access', await signToken('session', ADA))).toBeNull()
    expect(await verifyToken('session', await signToken('access', ADA))).toBeNull()
  })

  it('a session cookie ends after 90 days', async () => {
    vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] })
    const token = await signToken('session', ADA)
    vi.advanceTimersByTime((SESSION_MAX_SECONDS - 60) * 1000)
    expect(await verifyToken('session', token)).toEqual(ADA)
    vi.advanceTimersByTime(61_000)
    expect(await verifyToken('session', token)).toBeNull()
    vi.useRealTimers()
  })
})
