import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { sha256 } from '@/lib/auth/key'
import type { Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/db'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { inWords, LIMITS, type LimitName, networkOf } from '@/lib/limits'
import { log } from '@/lib/log'
import { requestContext } from '@/lib/request'

type Counter = { limiter: RateLimiterPostgres; points: number; seconds: number }

const counters = new Map<LimitName, Counter>()

/**
 * Counts one more of what the limit is about, for the account, or for the address where nobody is signed in (IPv6: for its /64, RFC 4291),
 * and with `about` for that and the address alone. Counted in PostgreSQL, for all instances together, and exactly; only for what came through
 * a door: jobs and scripts are not limited. Throws `rate_limited` with `Retry-After` once it is too often.
 */
export async function limit(name: LimitName, viewer: Pick<Viewer, 'id'> | null, about = ''): Promise<void> {
  const context = requestContext.getStore()
  if (!context || env.RATE_LIMITS === 'off') return
  const { limiter, points, seconds } = counterOf(name)
  const whose = viewer ? `account ${viewer.id}` : `address ${networkOf(context.address)}`
  const result = await consume(limiter, Buffer.from(sha256(`${whose} ${about}`)).toString('base64url'))
  const reset = Math.max(1, Math.ceil(result.msBeforeNext / 1000))
  const remaining = Math.max(0, points - result.consumedPoints)
  context.counted.push({ name, points, seconds, remaining, reset })
  if (result.consumedPoints > points)
    throw new AppError('rate_limited', `${LIMITS[name].refusal} Try again in ${inWords(reset)}.`, {
      headers: { 'Retry-After': String(reset) },
      reason: `rate_limited.${name}`,
      values: { seconds: reset },
    })
}

/** The limit that requests of any kind are counted for. */
export function requestLimit(viewer: Pick<Viewer, 'id'> | null): LimitName {
  return viewer ? 'signed-in' : 'signed-out'
}

/** Counts one more request of any kind. Throws `rate_limited`. */
export function limitRequests(viewer: Pick<Viewer, 'id'> | null): Promise<void> {
  return limit(requestLimit(viewer), viewer)
}

/** Says in the log that there are no limits, where that is so. */
export function tellLiftedLimits(): void {
  if (env.RATE_LIMITS === 'off') log.warn('RATE_LIMITS is off: nobody is limited, not in guessing passwords either')
}

function counterOf(name: LimitName): Counter {
  const known = counters.get(name)
  if (known) return known
  const changes = env.RATE_LIMITS === 'off' ? undefined : env.RATE_LIMITS
  const { points, seconds } = changes?.[name] ?? LIMITS[name]
  const limiter = new RateLimiterPostgres({
    // Without the names of prepared statements, which poolers in transaction mode do not keep.
    storeClient: { query: ({ text, values }: { text: string; values: unknown[] }) => pool.query(text, values) },
    storeType: 'client',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
  })
  const counter = { limiter, points, seconds }
  counters.set(name, counter)
  return counter
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key)
  } catch (error) {
    if (error instanceof RateLimiterRes) return error
    throw error
  }
}
