import { AsyncLocalStorage } from 'node:async_hooks'
import pino from 'pino'
import { env } from '@/lib/env'

/** The request that is being answered, and who asks; both are on every line logged meanwhile. */
export const requestContext = new AsyncLocalStorage<{ requestId: string; userId?: string }>()

/** Names under which a secret could reach the log. */
const SECRETS = [
  'password',
  'currentPassword',
  'newPassword',
  'passwordHash',
  'token',
  'access_token',
  'refresh_token',
  'authorization',
  'cookie',
  'AUTH_SECRET',
  'DATABASE_URL',
  'CRON_SECRET',
  'UPLOADTHING_TOKEN',
]

/** The log: one JSON line an event on standard output, secrets struck out wherever they stand up to three levels deep. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  // A copy: pino writes the line's own fields into it.
  mixin: () => ({ ...requestContext.getStore() }),
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
})
