import { createHash, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'

/** Lets only the scheduler pass, who sends `Authorization: Bearer <CRON_SECRET>`. Throws `unauthenticated`, also when no secret is set. */
export function requireScheduler(headers: Headers): void {
  const given = headers.get('authorization')
  if (env.CRON_SECRET && given !== null && isSame(given, `Bearer ${env.CRON_SECRET}`)) return
  const challenge = given === null ? 'Bearer realm="linnet"' : 'Bearer realm="linnet", error="invalid_token"'
  throw new AppError('unauthenticated', 'Only the scheduler may ask for this, with CRON_SECRET as its Bearer token.', {
    headers: { 'WWW-Authenticate': challenge },
  })
}

/** In the same time whatever differs. */
function isSame(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(right))
}
