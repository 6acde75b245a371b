import { createHash, timingSafeEqual } from 'node:crypto'
import { AppError } from '@/lib/errors'

/**
 * Lets only a program pass that sends the secret as `Authorization: Bearer …`. Throws `unauthenticated`, also when there is no secret;
 * `refusal` says who may ask.
 */
export function requireSecret(headers: Headers, secret: string | undefined, refusal: string): void {
  const given = headers.get('authorization')
  if (secret && given !== null && isSame(given, `Bearer ${secret}`)) return
  const challenge = given === null ? 'Bearer realm="linnet"' : 'Bearer realm="linnet", error="invalid_token"'
  throw new AppError('unauthenticated', refusal, { headers: { 'WWW-Authenticate': challenge } })
}

/** In the same time whatever differs. */
function isSame(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(right))
}
