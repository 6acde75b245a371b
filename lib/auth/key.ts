import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { env } from '@/lib/env'

const keys = new Map<string, Uint8Array>()

/** A 256-bit key for one purpose, derived from AUTH_SECRET with HKDF-SHA-256 (RFC 5869), so that no key serves two. */
export function keyFor(purpose: 'access token' | 'session cookie' | 'refresh token'): Uint8Array {
  let key = keys.get(purpose)
  if (!key) {
    key = new Uint8Array(hkdfSync('sha256', env.AUTH_SECRET, '', `linnet ${purpose}`, 32))
    keys.set(purpose, key)
  }
  return key
}

/** SHA-256 of the text's UTF-8 bytes. */
export function sha256(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(text).digest())
}

/** The refresh token that follows this one: only we can compute it, and always the same. */
export function nextRefreshToken(token: string): string {
  return createHmac('sha256', keyFor('refresh token')).update(token).digest('base64url')
}
