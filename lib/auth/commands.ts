import type { z } from 'zod'
import { verifyPassword } from '@/lib/auth/password'
import { credentials, revokeInput, tokenInput } from '@/lib/auth/schema'
import { type Client, endSession, findSessionId, issueTokens, rotateTokens, startSessionOf, type TokenPair } from '@/lib/auth/session'
import { type Subject, verifyToken } from '@/lib/auth/token'
import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { limit } from '@/lib/rate-limit'
import { isStorable } from '@/lib/text'
import { parse } from '@/lib/validate'

const SUSPENDED = 'This account is suspended. Whoever keeps this Linnet can tell you why.'

/**
 * Starts a session for whoever knows the password. Throws `validation_failed`, `rate_limited`, and `forbidden` for somebody who is suspended; a
 * wrong password and an unknown person are alike.
 */
export async function signIn(input: unknown, client: Client): Promise<Subject> {
  const { login, password } = parse(credentials, input)
  const key = login.toLowerCase()
  await limit('login-address', null)
  await limit('login', null, key)
  const where = key.includes('@') ? { email: key } : { usernameKey: key }
  const user = isStorable(login) ? await db.user.findUnique({ where, select: { id: true, passwordHash: true, suspendedAt: true } }) : null
  const right = await verifyPassword(user?.passwordHash ?? null, password)
  // Only whoever has the password learns of it.
  if (right && user?.suspendedAt) throw new AppError('forbidden', SUSPENDED, { reason: 'forbidden.suspended' })
  const subject = right && user ? await startSessionOf(user, client) : null
  if (!subject)
    throw new AppError('validation_failed', 'That username and password do not match. Check both and try again.', { reason: 'credentials' })
  return subject
}

/** Ends the session that the viewer is signed in with. Idempotent. */
export async function signOut(viewer: Viewer | null): Promise<void> {
  if (viewer) await endSession(viewer.sessionId)
}

/** An error of the token endpoint, by its name in RFC 6749 §5.2. */
export class OAuthError extends Error {
  constructor(
    readonly error: 'invalid_request' | 'invalid_grant' | 'unsupported_grant_type',
    readonly description: string,
  ) {
    super(description)
  }
}

/** A pair of tokens for a password or a refresh token (RFC 6749 §4.3, §6). Throws `OAuthError`. */
export async function grantTokens(input: unknown, client: Client): Promise<TokenPair> {
  const request = readGrant(input)
  if (request.grant_type === 'refresh_token') {
    const pair = await rotateTokens(request.refresh_token)
    if (!pair) throw new OAuthError('invalid_grant', 'The refresh token is not valid, was used before, or has expired. Sign in again.')
    return pair
  }
  try {
    return await issueTokens(await signIn({ login: request.username, password: request.password }, client))
  } catch (error) {
    if (error instanceof AppError && /^(validation_failed|not_found)$/.test(error.code))
      throw new OAuthError('invalid_grant', 'That username and password do not match.')
    if (error instanceof AppError && error.code === 'forbidden') throw new OAuthError('invalid_grant', error.detail)
    throw error
  }
}

/** Ends the sign-in that the refresh or access token belongs to (RFC 7009); a token that is not good is none. Throws `OAuthError` without one. */
export async function revokeToken(input: unknown): Promise<Record<string, never>> {
  const result = revokeInput.safeParse(input)
  if (!result.success) throw new OAuthError('invalid_request', 'token is missing or not text.')
  const { token } = result.data
  const sessionId = (await verifyToken('access', token))?.sessionId ?? (await findSessionId(token))
  if (sessionId) await endSession(sessionId)
  return {}
}

function readGrant(input: unknown): z.output<typeof tokenInput> {
  const result = tokenInput.safeParse(input)
  if (result.success) return result.data
  const type = (input as { grant_type?: unknown } | undefined)?.grant_type
  if (typeof type === 'string' && type !== 'password' && type !== 'refresh_token')
    throw new OAuthError('unsupported_grant_type', 'grant_type must be password or refresh_token.')
  const fields = result.error.issues.map((issue) => issue.path.join('.') || 'the body')
  throw new OAuthError('invalid_request', `Missing or not text: ${fields.join(', ')}.`)
}
