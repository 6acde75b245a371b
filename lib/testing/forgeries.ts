import { createHmac, generateKeyPairSync, hkdfSync } from 'node:crypto'
import { EncryptJWT, type JWTHeaderParameters, SignJWT } from 'jose'
import { ACCESS_TOKEN_SECONDS, type Subject as Named, SESSION_MAX_SECONDS } from '@/lib/auth/token'
import { env } from '@/lib/env'

/** The two kinds of token, written down once more, so that a change in one place is noticed. */
const KINDS = {
  access: { purpose: 'access token', typ: 'at+jwt', aud: 'linnet-api', seconds: ACCESS_TOKEN_SECONDS, other: 'session' },
  session: { purpose: 'session cookie', typ: 'session+jwt', aud: 'linnet-web', seconds: SESSION_MAX_SECONDS, other: 'access' },
} as const

export type Kind = keyof typeof KINDS

/** Whom a token names, and the secret it is made with where that is not the one in use. */
type Subject = Named & { secret?: string }
type Signing = { key: Uint8Array; hash?: string }

const base64url = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

function keyOf(purpose: string, secret = env.AUTH_SECRET): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `linnet ${purpose}`, 32))
}

/** A token signed by hand, so that anything can stand in it. */
function forge(header: unknown, claims: unknown, { key, hash = 'sha256' }: Signing): string {
  const signed = `${base64url(header)}.${base64url(claims)}`
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`
}

/** What stands in a good token of this kind for the person. */
export function partsOf(kind: Kind, { userId, sessionId, secret }: Subject) {
  const { typ, aud, seconds, purpose } = KINDS[kind]
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: env.APP_URL, aud, sub: userId, sid: sessionId, iat: now, exp: now + seconds, jti: crypto.randomUUID() }
  return { header: { alg: 'HS256', typ }, claims, key: keyOf(purpose, secret), now, seconds }
}

/** A good token of this kind, but for what is changed in its claims. */
export function tokenWith(kind: Kind, subject: Subject, changes: object = {}): string {
  const { header, claims, key } = partsOf(kind, subject)
  return forge(header, { ...claims, ...changes }, { key })
}

/** Tokens that name the person and that nobody may accept as this kind, each with what is wrong with it. */
export async function forgeries(kind: Kind, subject: Subject): Promise<[string, string][]> {
  return [
    ...brokenForms(kind, subject),
    ...wrongAlgorithms(kind, subject),
    ...(await wrongKeys(kind, subject)),
    ...wrongHeaders(kind, subject),
    ...wrongClaims(kind, subject),
  ]
}

function brokenForms(kind: Kind, subject: Subject): [string, string][] {
  const { header, claims } = partsOf(kind, subject)
  const good = tokenWith(kind, subject)
  const [head = '', payload = '', signature = ''] = good.split('.')
  return [
    ['nothing', ''],
    ['two dots', '..'],
    ['words', 'not.a.token'],
    ['two parts', `${head}.${payload}`],
    ['no signature', `${head}.${payload}.`],
    ['four parts', `${good}.x`],
    ['five parts, as if encrypted', `${head}.${payload}.${signature}.${payload}.${signature}`],
    ['100 kB', tokenWith(kind, subject, { filler: 'x'.repeat(100_000) })],
    ['padding', `${good}=`],
    ['an edited payload', `${head}.${base64url({ ...claims, exp: claims.exp + 1 })}.${signature}`],
    ['an edited header', `${base64url({ ...header, x: 1 })}.${payload}.${signature}`],
    ['another signature', `${head}.${payload}.${signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`],
    ['half of the signature', `${head}.${payload}.${signature.slice(0, 20)}`],
  ]
}

function wrongAlgorithms(kind: Kind, subject: Subject): [string, string][] {
  const { header, claims, key } = partsOf(kind, subject)
  const withAlg = (alg: unknown, hash?: string) => forge({ ...header, alg }, claims, { key, ...(hash && { hash }) })
  return [
    ...['none', 'None', 'NONE', 'nOnE', ''].flatMap((alg): [string, string][] => [
      [`alg ${alg || 'empty'} without a signature`, withAlg(alg).replace(/[^.]+$/, '')],
      [`alg ${alg || 'empty'} with a signature`, withAlg(alg)],
    ]),
    ['no alg', withAlg(undefined)],
    ['alg in lower case', withAlg('hs256')],
    ['alg in a list', withAlg(['HS256'])],
    ['HS384', withAlg('HS384', 'sha384')],
    ['HS512', withAlg('HS512', 'sha512')],
  ]
}

async function wrongKeys(kind: Kind, subject: Subject): Promise<[string, string][]> {
  const { header, claims, key } = partsOf(kind, subject)
  const { other, purpose } = KINDS[kind]
  const withKey = (key: Uint8Array | string) => forge(header, claims, { key: Buffer.from(key) })
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const unknown = keyOf(purpose, 'a secret that was never ours and long enough')
  const encrypted = new EncryptJWT(claims).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: header.typ }).encrypt(key)
  return [
    ['an empty key', withKey('')],
    ['the secret itself as the key', withKey(env.AUTH_SECRET)],
    ['the previous secret itself as the key', withKey(env.AUTH_SECRET_PREVIOUS ?? '')],
    ['a key derived from another secret', withKey(unknown)],
    ["the other kind's key", withKey(keyOf(KINDS[other].purpose, subject.secret))],
    ["the refresh tokens' key", withKey(keyOf('refresh token', subject.secret))],
    ['a good token of the other kind', tokenWith(other, subject)],
    ['RS256', await new SignJWT(claims).setProtectedHeader({ ...header, alg: 'RS256' } as JWTHeaderParameters).sign(privateKey)],
    ['encrypted with our key (JWE)', await encrypted],
  ]
}

function wrongHeaders(kind: Kind, subject: Subject): [string, string][] {
  const { header, claims, key, now } = partsOf(kind, subject)
  const own = Buffer.from('a key of my own, 32 bytes or more')
  const withHeader = (more: object, signing: Signing = { key: own }) => forge({ ...header, ...more }, claims, signing)
  return [
    ['a key in its own header (jwk)', withHeader({ jwk: { kty: 'oct', k: own.toString('base64url') } })],
    ['a key elsewhere (jku)', withHeader({ jku: 'https://evil.example/jwks.json' })],
    ['a certificate elsewhere (x5u)', withHeader({ x5u: 'https://evil.example/cert.pem' })],
    ['a certificate in its own header (x5c)', withHeader({ x5c: [own.toString('base64')] })],
    ['a key by a path of nothing (kid)', withHeader({ kid: '../../../../dev/null' }, { key: new Uint8Array() })],
    ['a key by the path of a file (kid)', withHeader({ kid: '/proc/sys/kernel/ostype' }, { key: Buffer.from('Linux\n') })],
    ['a key by a query (kid)', withHeader({ kid: "x' UNION SELECT 'k" }, { key: Buffer.from('k') })],
    ['an unknown critical header', withHeader({ crit: ['exp'], exp: now + 60 }, { key })],
    ['an unencoded payload (b64)', withHeader({ crit: ['b64'], b64: false }, { key })],
    ['an empty crit', withHeader({ crit: [] }, { key })],
    ['typ JWT', withHeader({ typ: 'JWT' }, { key })],
    ['typ of the other kind', withHeader({ typ: KINDS[KINDS[kind].other].typ }, { key })],
    ['no typ', withHeader({ typ: undefined }, { key })],
    ['a header that is a list', forge([header], claims, { key })],
    ['a header that is null', forge(null, claims, { key })],
    ['a payload that is null', forge(header, null, { key })],
    ['a payload that is a list', forge(header, [claims], { key })],
    ['a payload that is no JSON', forge(header, '{', { key })],
  ]
}

function wrongClaims(kind: Kind, subject: Subject): [string, string][] {
  const { now, seconds } = partsOf(kind, subject)
  const claims: [string, object][] = [
    ['no iss', { iss: undefined }],
    ['another iss', { iss: 'https://evil.example' }],
    ['no aud', { aud: undefined }],
    ['another aud', { aud: 'evil' }],
    ["the other kind's aud", { aud: KINDS[KINDS[kind].other].aud }],
    ['no exp', { exp: undefined }],
    ['exp a second ago', { exp: now - 1 }],
    ['exp as text', { exp: String(now + 60) }],
    ['exp that is null', { exp: null }],
    ['no iat', { iat: undefined }],
    ['iat in the future', { iat: now + 600, exp: now + 900 }],
    ['iat so long ago that no token lasts from there', { iat: now - seconds - 5, exp: now + 3600 }],
    ['iat with a fraction', { iat: now - 0.5 }],
    ['nbf in the future', { nbf: now + 600 }],
    ['nbf as text', { nbf: 'now' }],
    ['no sub', { sub: undefined }],
    ['sub of an object', { sub: { id: subject.userId } }],
    ['sub of a number', { sub: 1 }],
    ['sub that is no id', { sub: "' OR 1=1" }],
    ['no sid', { sid: undefined }],
    ['sid that is no id', { sid: 'admin' }],
    ['sid of a list', { sid: [subject.sessionId] }],
    ['no jti', { jti: undefined }],
    ['jti that is no id', { jti: '1' }],
  ]
  return claims.map(([name, changes]) => [name, tokenWith(kind, subject, changes)])
}
