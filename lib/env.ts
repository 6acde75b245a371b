import { z } from 'zod'
import { parseLimits } from '@/lib/limits'

const DEVELOPMENT_SECRET = 'only for development: 32 bytes or more'

/** `next build` evaluates modules but asks no database and signs nothing. */
const BUILDING = { DATABASE_URL: 'postgres://localhost/building', AUTH_SECRET: DEVELOPMENT_SECRET, LINNET_JOBS: 'off' }

/** As the SDK reads it (https://docs.uploadthing.com/api-reference/ut-api). */
const uploadThingToken = z.object({
  apiKey: z.string().startsWith('sk_'),
  appId: z.string().min(1),
  regions: z.array(z.string().min(1)).min(1),
})

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'DATABASE_URL must be a connection string such as postgres://user:password@host:5432/linnet.',
  }),
  /** Replicas of the database, for reads. */
  DATABASE_REPLICA_URLS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((urls) => urls.every((url) => z.url({ protocol: /^postgres(ql)?$/ }).safeParse(url).success), {
      error:
        'DATABASE_REPLICA_URLS must be connection strings such as postgres://user:password@replica:5432/linnet, with commas or spaces between them; a comma in a password is written %2C.',
    })
    .optional(),
  AUTH_SECRET: z
    .string({ error: 'AUTH_SECRET is missing. Set it to at least 32 random bytes, for example the output of: openssl rand -base64 48' })
    .refine((secret) => Buffer.byteLength(secret) >= 32, { error: 'AUTH_SECRET is too short: it needs at least 32 bytes.' }),
  /** The secret before AUTH_SECRET, while what it signed is still about. */
  AUTH_SECRET_PREVIOUS: z
    .string()
    .refine((secret) => Buffer.byteLength(secret) >= 32, {
      error: 'AUTH_SECRET_PREVIOUS is too short: it was an AUTH_SECRET once, and those have at least 32 bytes.',
    })
    .refine((secret) => !secret.includes(','), { error: 'AUTH_SECRET_PREVIOUS must be one secret without a comma, not a list of them.' })
    .optional(),
  APP_URL: z
    .url({ protocol: /^https?$/, error: 'APP_URL must be the http or https address that people use, such as https://linnet.example.' })
    .transform((url) => new URL(url).origin),
  DB_POOL_MAX: z.coerce.number({ error: 'DB_POOL_MAX must be a number.' }).int().min(1).max(500).default(10),
  /** Where images are kept, unless UPLOADTHING_TOKEN says elsewhere, and mails, unless SMTP_URL does. */
  LINNET_DATA_DIR: z.string().default('.data'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
    })
    .default('info'),
  /** Says where images are kept; without it they are kept on disk. */
  UPLOADTHING_TOKEN: z
    .string()
    .refine(isUploadThingToken, {
      error:
        'UPLOADTHING_TOKEN is not a token of UploadThing (base64 of JSON with apiKey, appId and regions). Copy it anew from API Keys in its dashboard, or remove it to keep images on disk.',
    })
    .optional(),
  /** Where UploadThing answers and takes files, when it is not the one on the internet. */
  UPLOADTHING_API_URL: z.url({ protocol: /^https?$/, error: 'UPLOADTHING_API_URL must be an http or https address.' }).optional(),
  UPLOADTHING_INGEST_URL: z.url({ protocol: /^https?$/, error: 'UPLOADTHING_INGEST_URL must be an http or https address.' }).optional(),
  /** The server that sends mails; without it each becomes a file. */
  SMTP_URL: z
    .string()
    .refine((url) => URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol) && new URL(url).hostname !== '', {
      error:
        'SMTP_URL must be an address such as smtps://user:password@mail.example:465, with special characters of the password percent-encoded.',
    })
    .optional(),
  /** Whom mails come from. */
  MAIL_FROM: z
    .string()
    .regex(/^([^<>"\\,;:@\p{C}]+ <[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/u, {
      error: 'MAIL_FROM must be an address such as hello@linnet.example or Linnet <hello@linnet.example>.',
    })
    .optional(),
  /** Where weaknesses are reported to, as /.well-known/security.txt says. */
  SECURITY_CONTACT: z
    .string()
    .regex(/^(https:\/\/|mailto:[^\s@]+@|tel:\+)[\x21-\x7e]+$/, {
      error: 'SECURITY_CONTACT must be an address such as mailto:security@linnet.example or https://linnet.example/report.',
    })
    .optional(),
  CRON_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, {
      error: 'CRON_SECRET must be at least 16 printable ASCII characters without spaces, for example the output of: openssl rand -hex 32',
    })
    .optional(),
  /** What /api/metrics must be asked with. */
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, {
      error: 'METRICS_TOKEN must be at least 16 printable ASCII characters without spaces, for example the output of: openssl rand -hex 32',
    })
    .optional(),
  /** Where traces are sent to; without it there are none. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address such as http://localhost:4318.' })
    .optional(),
  /** Whether this process runs the jobs by itself. */
  LINNET_JOBS: z.enum(['on', 'off'], { error: 'LINNET_JOBS must be on or off.' }).default('on'),
  /** Whether this process answers the API before Next.js does. */
  LINNET_API_LANE: z.enum(['on', 'off'], { error: 'LINNET_API_LANE must be on or off.' }).default('on'),
  /** Limits that differ from lib/limits.ts, such as `login=10/5m,tweets=60/15m`; `off` lifts them all. */
  RATE_LIMITS: z
    .string()
    .transform((text, context) => {
      try {
        return parseLimits(text)
      } catch (error) {
        context.addIssue({ code: 'custom', message: `RATE_LIMITS: ${(error as Error).message}` })
        return z.NEVER
      }
    })
    .optional(),
  TRUST_PROXY_HOPS: z.coerce.number({ error: 'TRUST_PROXY_HOPS must be a number.' }).int().min(0).max(10).default(0),
})

export type Env = z.output<typeof schema>

/** What hosts set whose processes sleep between requests: nothing runs there by itself. */
const SERVERLESS = ['VERCEL', 'NETLIFY', 'AWS_LAMBDA_FUNCTION_NAME', 'FUNCTIONS_WORKER_RUNTIME', 'FUNCTION_TARGET']

/** What the variables say, checked. Throws one error whose message has a sentence for each variable that is missing or wrong. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const serverless = SERVERLESS.some((name) => name in set)
  const development = (set.NODE_ENV ?? 'development') !== 'production'
  const defaults = {
    APP_URL: set.VERCEL_PROJECT_PRODUCTION_URL ? `https://${set.VERCEL_PROJECT_PRODUCTION_URL}` : `http://localhost:${set.PORT ?? 3000}`,
    // Vercel's own proxy stands before every process there.
    ...('VERCEL' in set && { TRUST_PROXY_HOPS: '1' }),
    ...(set.NEXT_PHASE === 'phase-production-build' && BUILDING),
    ...((set.NODE_ENV === 'test' || serverless) && { LINNET_JOBS: 'off' }),
    // There functions are called, and hot reload reaches only what Next.js runs.
    ...((development || serverless) && { LINNET_API_LANE: 'off' }),
    // Many processes, each of which answers few requests at a time.
    ...(serverless && { DB_POOL_MAX: '2' }),
    ...(development && { AUTH_SECRET: DEVELOPMENT_SECRET }),
  }
  const result = schema.safeParse({ ...defaults, ...set })
  if (result.success) return result.data
  throw new Error(result.error.issues.map((issue) => messageOf(issue)).join('\n'))
}

function messageOf(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0])
  return issue.message.startsWith(name) ? issue.message : `${name}: ${issue.message}`
}

function isUploadThingToken(token: string): boolean {
  try {
    return uploadThingToken.safeParse(JSON.parse(Buffer.from(token, 'base64').toString())).success
  } catch {
    return false
  }
}

let checked: Env | undefined

/** The environment, read and checked on first use. The only reader of `process.env` in the application. */
export const env = new Proxy({} as Env, {
  get(_, name) {
    checked ??= readEnv(process.env)
    return checked[name as keyof Env]
  },
})

/** Ends the process, with a sentence for each variable that is missing or wrong, unless the environment is as it must be. */
export function requireEnv(): void {
  try {
    readEnv(process.env)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(1)
  }
}
