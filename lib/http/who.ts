import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { findViewer } from '@/lib/auth/session'
import { verifyToken } from '@/lib/auth/token'
import type { Viewer } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { isForeign } from '@/lib/http/origin'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Who sends the request: by Bearer token (RFC 6750), else by the browser's session cookie, else nobody. Throws `unauthenticated`
 * for a token that is not good, and `cross_site_request` for a write with the cookie that another site may have caused.
 */
export async function whoSends(request: Request): Promise<Viewer | null> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) return bearerOf(authorization)
  const viewer = await cookieHolder(readCookie(request.headers.get('cookie') ?? '', SESSION_COOKIE.name))
  if (viewer && !SAFE.has(request.method) && isForeign(request.headers, { appUrl: env.APP_URL, session: true })) throw crossSite()
  return viewer
}

/** What a write is answered that another site may have caused. */
export function crossSite(): AppError {
  return new AppError(
    'cross_site_request',
    'A write with the session cookie must come from our own pages: send our Origin, or a Bearer token instead.',
  )
}

/** The person whom a session cookie's value names, or null. */
export async function cookieHolder(cookie: string | undefined): Promise<Viewer | null> {
  const subject = cookie ? await verifyToken('session', cookie) : null
  return subject && findViewer(subject)
}

/** The token of an Authorization header, if it is one (RFC 6750). */
export function bearerToken(authorization: string): string | undefined {
  return /^Bearer +([\w.~+/=-]+) *$/i.exec(authorization)?.[1]
}

async function bearerOf(authorization: string): Promise<Viewer> {
  const token = bearerToken(authorization)
  const subject = token ? await verifyToken('access', token) : null
  const viewer = subject && (await findViewer(subject))
  if (viewer) return viewer
  throw new AppError('unauthenticated', 'The Bearer token is not valid or has expired. Get a new one from /api/auth/token.', {
    headers: { 'WWW-Authenticate': 'Bearer realm="linnet", error="invalid_token"' },
  })
}

/** The value of the cookie with that name in a Cookie header. */
export function readCookie(header: string, name: string): string | undefined {
  const pair = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}
