import pino from 'pino'
import { env } from '@/lib/env'
import { requestContext } from '@/lib/request'

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
  'AUTH_SECRET_PREVIOUS',
  'DATABASE_URL',
  'CRON_SECRET',
  'METRICS_TOKEN',
  'SMTP_URL',
  'UPLOADTHING_TOKEN',
]

/**
 * The log: one JSON line an event on standard output, with the request that is being answered and who asks, secrets struck out wherever
 * they stand up to three levels deep.
 */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  mixin: () => {
    const { requestId, userId } = requestContext.getStore() ?? {}
    return { ...(requestId && { requestId }), ...(userId && { userId }) }
  },
  serializers: { err: toPlain },
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
})

/** Of an error what tells it, and its causes in message and stack: pg hangs its whole connection on one, statements and keys with it. */
function toPlain(error: Error): Record<string, unknown> {
  const { type, message, stack, code, digest } = pino.stdSerializers.err(error) as Record<string, unknown>
  return { type, message, stack, ...(code !== undefined && { code }), ...(digest !== undefined && { digest }) }
}
