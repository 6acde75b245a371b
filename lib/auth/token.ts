import { errors, jwtVerify, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { keyFor, keysFor } from '@/lib/auth/key'
import { env } from '@/lib/env'

/** How long an access token is good, in seconds. */
export const ACCESS_TOKEN_SECONDS = 15 * 60

/** How long a session may last at most, and how long it may lie unused, in seconds. */
export const SESSION_MAX_SECONDS = 90 * 24 * 3600
export const SESSION_IDLE_SECONDS = 30 * 24 * 3600

/** Two kinds of JWT that can never stand for each other: key, `typ` and `aud` all differ. */
const KINDS = {
  access: { purpose: 'access token', typ: 'at+jwt', aud: 'linnet-api', seconds: ACCESS_TOKEN_SECONDS },
  session: { purpose: 'session cookie', typ: 'session+jwt', aud: 'linnet-web', seconds: SESSION_MAX_SECONDS },
} as const

type Kind = keyof typeof KINDS

const claims = z.object({ sub: z.uuid(), sid: z.uuid(), iat: z.int(), exp: z.int(), jti: z.uuid() })

/** Whom a token names, and the session it belongs to. */
export type Subject = { userId: string; sessionId: string }

/** A signed JWT (RFC 7519; an access token as RFC 9068) that names the person and the session. */
export function signToken(kind: Kind, { userId, sessionId }: Subject): Promise<string> {
  const { purpose, typ, aud, seconds } = KINDS[kind]
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: 'HS256', typ })
    .setIssuer(env.APP_URL)
    .setAudience(aud)
    .setSubject(userId)
    .setIssuedAt(now)
    .setExpirationTime(now + seconds)
    .setJti(crypto.randomUUID())
    .sign(keyFor(purpose))
}

type Verified = { subject: Subject; expires: number }

/** The tokens that each key was found to have signed, until they expire: to check a signature costs more than all else that a request needs. */
const verified = new WeakMap<Uint8Array, LRUCache<string, Verified>>()

/** Whom a token names that was found good before and has not expired since. */
export function rememberedToken(kind: Kind, token: string): Subject | null {
  const found = keysFor(KINDS[kind].purpose)
    .map((key) => knownTo(key).get(token))
    .find((one) => one && one.expires > Date.now())
  return found?.subject ?? null
}

/** Whom the token names, or null unless its signature, algorithm, type, issuer, audience, times and claims are all right. */
export async function verifyToken(kind: Kind, token: string): Promise<Subject | null> {
  if (token.length > 2_000 || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return null
  for (const key of keysFor(KINDS[kind].purpose)) {
    const found = knownTo(key).get(token) ?? (await verifyWith(key, kind, token))
    if (!found || found.expires <= Date.now()) continue
    knownTo(key).set(token, found)
    return found.subject
  }
  return null
}

function knownTo(key: Uint8Array): LRUCache<string, Verified> {
  const known = verified.get(key) ?? new LRUCache<string, Verified>({ max: 10_000 })
  verified.set(key, known)
  return known
}

async function verifyWith(key: Uint8Array, kind: Kind, token: string): Promise<Verified | null> {
  const { typ, aud, seconds } = KINDS[kind]
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      typ,
      issuer: env.APP_URL,
      audience: aud,
      maxTokenAge: seconds,
      requiredClaims: ['exp', 'iat', 'jti', 'sid', 'sub'],
    })
    const { sub, sid, iat, exp } = claims.parse(payload)
    return { subject: { userId: sub, sessionId: sid }, expires: Math.min(exp, iat + seconds) * 1000 }
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) return null
    throw error
  }
}
