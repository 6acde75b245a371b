import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { env } from '@/lib/env'

type Purpose = 'access token' | 'session cookie' | 'refresh token'

const keys = new Map<string, Uint8Array>()

/** A 256-bit key for one purpose, derived from AUTH_SECRET with HKDF-SHA-256 (RFC 5869), so that no key serves two. */
export function keyFor(purpose: Purpose): Uint8Array {
  return derived(env.AUTH_SECRET, purpose)
}

/** Every key that is still good for the purpose: what is made now is made with the first; the one of AUTH_SECRET_PREVIOUS follows. */
export function keysFor(purpose: Purpose): Uint8Array[] {
  const previous = env.AUTH_SECRET_PREVIOUS
  return previous ? [keyFor(purpose), derived(previous, purpose)] : [keyFor(purpose)]
}

function derived(secret: string, purpose: Purpose): Uint8Array {
  const name = `${purpose} ${secret}`
  let key = keys.get(name)
  if (!key) {
    key = new Uint8Array(hkdfSync('sha256', secret, '', `linnet ${purpose}`, 32))
    keys.set(name, key)
  }
  return key
}

/** SHA-256 of the text's UTF-8 bytes. */
export function sha256(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(text).digest())
}

/** The refresh token that follows this one, by each key: only we can compute it, and always the same. The first is to be given now. */
export function nextRefreshTokens(token: string): string[] {
  return keysFor('refresh token').map((key) => createHmac('sha256', key).update(token).digest('base64url'))
}
