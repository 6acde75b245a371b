import { createHmac, generateKeyPairSync } from 'node:crypto'
import { type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose'
import { describe, expect, it, vi } from 'vitest'

vi.hoisted(() => vi.stubEnv('DATABASE_URL', 'postgres://localhost/unused'))

import { keyFor } from '@/lib/auth/key'
import { ACCESS_TOKEN_SECONDS, SESSION_MAX_SECONDS, signToken, verifyToken } from '@/lib/auth/token'
import { env } from '@/lib/env'

const ADA = { userId: '019a4b5c-6d7e-7f80-8123-456789abcdef', sessionId: '019a4b5c-6d7e-7f80-8123-456789abcde0' }
const KEY = keyFor('access token')
const now = Math.floor(Date.now() / 1000)

const HEADER = { alg: 'HS256', typ: 'at+jwt' }
const CLAIMS = {
  iss: env.APP_URL,
  aud: 'linnet-api',
  sub: ADA.userId,
  sid: ADA.sessionId,
  iat: now,
  exp: now + ACCESS_TOKEN_SECONDS,
  jti: '019a4b5c-6d7e-4f80-8123-456789abcdef',
}

const base64url = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** A token signed by hand, so that anything can stand in it. */
function forge(header: unknown, claims: unknown, { key = KEY, hash = 'sha256' }: { key?: Uint8Array; hash?: string } = {}): string {
  const signed = `${base64url(header)}.${base64url(claims)}`
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`
}

const withHeader = (more: object) => forge({ ...HEADER, ...more }, CLAIMS)
const withClaims = (more: object) => forge(HEADER, { ...CLAIMS, ...more })
const without = (claim: keyof typeof CLAIMS) => forge(HEADER, Object.fromEntries(Object.entries(CLAIMS).filter(([name]) => name !== claim)))
const sign = (claims: JWTPayload, header: JWTHeaderParameters, key: Parameters<SignJWT['sign']>[0]) =>
  new SignJWT(claims).setProtectedHeader(header).sign(key)

const good = forge(HEADER, CLAIMS)
const [head = '', payload = '', signature = ''] = good.split('.')

describe('a token', () => {
  it.each(['access', 'session'] as const)('of the %s kind names whom it was made for', async (kind) => {
    expect(await verifyToken(kind, await signToken(kind, ADA))).toEqual(ADA)
  })

  it('is a JWT of three parts with the claims of RFC 9068', async () => {
    const [header, claims, ...rest] = (await signToken('access', ADA)).split('.').map((part) => Buffer.from(part, 'base64url').toString())
    expect(JSON.parse(header ?? '')).toEqual(HEADER)
    expect(JSON.parse(claims ?? '')).toEqual({ ...CLAIMS, jti: expect.any(String), iat: expect.any(Number), exp: expect.any(Number) })
    expect(rest).toHaveLength(1)
    const { iat, exp } = JSON.parse(claims ?? '')
    expect(exp - iat).toBe(900)
  })

  it('is made anew each time', async () => {
    expect(await signToken('access', ADA)).not.toBe(await signToken('access', ADA))
  })

  it('may be forged here, so that the forgeries below fail for what they change', async () => {
    expect(await verifyToken('access', good)).toEqual(ADA)
  })
})

describe('a forged token', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

  it.each<[string, string | Promise<string>]>([
    ['nothing', ''],
    ['two dots', '..'],
    ['words', 'not.a.token'],
    ['two parts', `${head}.${payload}`],
    ['no signature', `${head}.${payload}.`],
    ['four parts', `${good}.x`],
    ['five parts, as if encrypted', `${head}.${payload}.${signature}.${payload}.${signature}`],
    ['100 kB', withClaims({ filler: 'x'.repeat(100_000) })],
    ['a space before', ` ${good}`],
    ['a line end behind', `${good}\n`],
    ['padding', `${good}=`],
    ['an edited payload', `${head}.${base64url({ ...CLAIMS, sub: ADA.sessionId })}.${signature}`],
    ['an edited header', `${base64url({ ...HEADER, x: 1 })}.${payload}.${signature}`],
    ['another signature', `${head}.${payload}.${signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`],
    ['half of the signature', `${head}.${payload}.${signature.slice(0, 20)}`],
    ...['none', 'None', 'NONE', 'nOnE', ''].flatMap((alg): [string, string][] => [
      [`alg ${alg || 'empty'} without a signature`, `${base64url({ ...HEADER, alg })}.${payload}.`],
      [`alg ${alg || 'empty'} with a signature`, withHeader({ alg })],
    ]),
    ['no alg', withHeader({ alg: undefined })],
    ['alg in lower case', withHeader({ alg: 'hs256' })],
    ['alg in a list', withHeader({ alg: ['HS256'] })],
    ['HS384', forge({ ...HEADER, alg: 'HS384' }, CLAIMS, { hash: 'sha384' })],
    ['HS512', forge({ ...HEADER, alg: 'HS512' }, CLAIMS, { hash: 'sha512' })],
    ['RS256', sign(CLAIMS, { ...HEADER, alg: 'RS256' }, privateKey)],
    ['an empty key', forge(HEADER, CLAIMS, { key: new Uint8Array() })],
    ['the secret itself as the key', forge(HEADER, CLAIMS, { key: Buffer.from(env.AUTH_SECRET) })],
    ["the session cookie's key", forge(HEADER, CLAIMS, { key: keyFor('session cookie') })],
    [
      'a key in its own header (jwk)',
      forge({ ...HEADER, jwk: { kty: 'oct', k: base64url('own key') } }, CLAIMS, { key: Buffer.from('own key') }),
    ],
    ['a key elsewhere (jku)', forge({ ...HEADER, jku: 'https://evil.example/jwks.json' }, CLAIMS, { key: Buffer.from('own key') })],
    ['a key by its name (kid)', forge({ ...HEADER, kid: '../../../dev/null' }, CLAIMS, { key: new Uint8Array() })],
    ['an unknown critical header', withHeader({ crit: ['exp'], exp: now + 60 })],
    ['an unencoded payload (b64)', withHeader({ crit: ['b64'], b64: false })],
    ['an empty crit', withHeader({ crit: [] })],
    ['typ JWT', withHeader({ typ: 'JWT' })],
    ['typ of a session cookie', withHeader({ typ: 'session+jwt' })],
    ['no typ', withHeader({ typ: undefined })],
    ['a header that is a list', forge([HEADER], CLAIMS)],
    ['a header that is null', forge(null, CLAIMS)],
    ['a payload that is null', forge(HEADER, null)],
    ['a payload that is a list', forge(HEADER, [CLAIMS])],
    ['a payload that is no JSON', forge(HEADER, '{')],
    ['no iss', without('iss')],
    ['another iss', withClaims({ iss: 'https://evil.example' })],
    ['no aud', without('aud')],
    ["the session cookie's aud", withClaims({ aud: 'linnet-web' })],
    ['no exp', without('exp')],
    ['exp a second ago', withClaims({ exp: now - 1 })],
    ['exp as text', withClaims({ exp: String(now + 60) })],
    ['no iat', without('iat')],
    ['iat in the future', withClaims({ iat: now + 600, exp: now + 900 })],
    ['iat so long ago that no token lasts from there', withClaims({ iat: now - ACCESS_TOKEN_SECONDS - 5, exp: now + 3600 })],
    ['iat with a fraction', withClaims({ iat: now - 0.5 })],
    ['nbf in the future', withClaims({ nbf: now + 600 })],
    ['nbf as text', withClaims({ nbf: 'now' })],
    ['no sub', without('sub')],
    ['sub of an object', withClaims({ sub: { id: ADA.userId } })],
    ['sub of a number', withClaims({ sub: 1 })],
    ['sub that is no id', withClaims({ sub: "' OR 1=1" })],
    ['no sid', without('sid')],
    ['sid that is no id', withClaims({ sid: 'admin' })],
    ['no jti', without('jti')],
  ])('is refused: %s', async (_, token) => {
    expect(await verifyToken('access', await token)).toBeNull()
  })

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
