import { SESSION_IDLE_SECONDS, SESSION_MAX_SECONDS } from '@/lib/auth/token'
import { db } from '@/lib/db'
import { EMAIL_TOKEN_SECONDS } from '@/lib/emails/tokens'

const DAY_SECONDS = 24 * 3600
/** Rows that one statement deletes, so that it is short. */
const BATCH = 1_000

/** Forgets the idempotency keys that are older than the 24 hours for which they are promised; answers how many. */
export function removeExpiredKeys(now = new Date(), isOver?: () => boolean): Promise<number> {
  const end = before(now, DAY_SECONDS)
  return inBatches(
    isOver,
    () => db.$executeRaw`
      DELETE FROM idempotency_keys WHERE (user_id, key) IN
        (SELECT user_id, key FROM idempotency_keys WHERE created_at < ${end} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
  )
}

/** Forgets the mailed links that are no longer good; answers how many. */
export function removeExpiredEmailTokens(now = new Date(), isOver?: () => boolean): Promise<number> {
  const end = before(now, EMAIL_TOKEN_SECONDS)
  return inBatches(
    isOver,
    () => db.$executeRaw`
      DELETE FROM email_tokens WHERE hash IN
        (SELECT hash FROM email_tokens WHERE created_at < ${end} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
  )
}

/** Forgets the counts of limits whose time is over; answers how many. */
export function removeExpiredCounts(now = new Date(), isOver?: () => boolean): Promise<number> {
  return inBatches(
    isOver,
    () => db.$executeRaw`
      DELETE FROM rate_limits WHERE key IN
        (SELECT key FROM rate_limits WHERE expire < ${now.getTime()} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
  )
}

/** Forgets the sessions that can never be used again, with their refresh tokens; answers how many. */
export function removeDeadSessions(now = new Date(), isOver?: () => boolean): Promise<number> {
  const [old, idle] = [before(now, SESSION_MAX_SECONDS), before(now, SESSION_IDLE_SECONDS)]
  return inBatches(
    isOver,
    () => db.$executeRaw`
      DELETE FROM sessions WHERE id IN
        (SELECT id FROM sessions WHERE created_at < ${old} OR last_used_at < ${idle} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
  )
}

async function inBatches(isOver: () => boolean = () => false, remove: () => Promise<number>): Promise<number> {
  for (let removed = 0; ; ) {
    const count = await remove()
    removed += count
    if (count < BATCH || isOver()) return removed
  }
}

function before(now: Date, seconds: number): Date {
  return new Date(now.getTime() - seconds * 1000)
}
