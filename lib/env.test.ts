import { describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/env'

const GOOD = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://linnet:secret@db.example:5432/linnet',
  AUTH_SECRET: 's'.repeat(32),
  APP_URL: 'https://linnet.example',
}

const token = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64')

describe('readEnv', () => {
  it('fills in what may be left out', () => {
    expect(readEnv(GOOD)).toEqual({
      ...GOOD,
      DB_POOL_MAX: 10,
      LINNET_API_LANE: 'on',
      LINNET_DATA_DIR: '.data',
      LINNET_JOBS: 'on',
      LOG_LEVEL: 'info',
      TRUST_PROXY_HOPS: 0,
    })
  })

  it.each([
    ['APP_URL', 'https://linnet.example/path/', 'https://linnet.example'],
    ['APP_URL', 'HTTPS://Linnet.example:443', 'https://linnet.example'],
    ['DATABASE_URL', 'postgresql://localhost/linnet', 'postgresql://localhost/linnet'],
    [
      'DATABASE_REPLICA_URLS',
      'postgres://a/linnet, postgresql://b/linnet\npostgres://c/linnet,',
      ['postgres://a/linnet', 'postgresql://b/linnet', 'postgres://c/linnet'],
    ],
    ['DB_POOL_MAX', '3', 3],
    ['TRUST_PROXY_HOPS', '2', 2],
    ['RATE_LIMITS', 'off', 'off'],
    ['RATE_LIMITS', 'login=10/5m, tweets=60/15m', { login: { points: 10, seconds: 300 }, tweets: { points: 60, seconds: 900 } }],
    ['LOG_LEVEL', 'silent', 'silent'],
    ['AUTH_SECRET_PREVIOUS', 'p'.repeat(32), 'p'.repeat(32)],
    ['SMTP_URL', 'smtps://ada:a%20secret@mail.example:465', 'smtps://ada:a%20secret@mail.example:465'],
    ['SMTP_URL', 'smtp://127.0.0.1:2525', 'smtp://127.0.0.1:2525'],
    ['MAIL_FROM', 'Linnet <hello@linnet.example>', 'Linnet <hello@linnet.example>'],
    ['MAIL_FROM', 'hello@linnet.example', 'hello@linnet.example'],
    ['SECURITY_CONTACT', 'mailto:owner@linnet.example', 'mailto:owner@linnet.example'],
    ['SECURITY_CONTACT', 'https://linnet.example/report', 'https://linnet.example/report'],
    ['LOG_LEVEL', '', 'info'],
    ['DB_POOL_MAX', '', 10],
  ])('reads %s=%j as %j', (name, value, read) => {
    expect(readEnv({ ...GOOD, [name]: value })).toHaveProperty(name, read)
  })

  it.each([
    ['DATABASE_URL', undefined],
    ['DATABASE_URL', ''],
    ['DATABASE_URL', 'mysql://localhost/linnet'],
    ['DATABASE_URL', 'linnet'],
    ['DATABASE_REPLICA_URLS', 'postgres://a/linnet, b'],
    ['DATABASE_REPLICA_URLS', 'mysql://a/linnet'],
    ['AUTH_SECRET', undefined],
    ['AUTH_SECRET', 's'.repeat(31)],
    ['AUTH_SECRET_PREVIOUS', 'p'.repeat(31)],
    ['AUTH_SECRET_PREVIOUS', `${'p'.repeat(32)},${'q'.repeat(32)}`],
    ['SMTP_URL', 'mail.example:465'],
    ['SMTP_URL', 'https://mail.example'],
    ['SMTP_URL', 'smtp://'],
    ['MAIL_FROM', 'Linnet'],
    ['MAIL_FROM', 'Linnet <hello@linnet.example>, x@y.example'],
    ['MAIL_FROM', 'hello@linnet.example\nBcc: x@y.example'],
    ['APP_URL', 'linnet.example'],
    ['APP_URL', 'ftp://linnet.example'],
    ['DB_POOL_MAX', 'many'],
    ['DB_POOL_MAX', '0'],
    ['DB_POOL_MAX', '1.5'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY_HOPS', '-1'],
    ['NODE_ENV', 'staging'],
    ['RATE_LIMITS', 'login=10'],
    ['RATE_LIMITS', 'swimming=1/1m'],
    ['CRON_SECRET', 'fifteen letters'],
    ['CRON_SECRET', 'secret'],
    ['SECURITY_CONTACT', 'owner@linnet.example'],
    ['SECURITY_CONTACT', 'http://linnet.example/report'],
    ['SECURITY_CONTACT', 'mailto:owner@linnet.example\nExpires: never'],
    ['LINNET_JOBS', 'perhaps'],
    ['UPLOADTHING_TOKEN', 'sk_live_copied_the_key_instead'],
    ['UPLOADTHING_TOKEN', token({ apiKey: 'live', appId: 'app', regions: ['sea1'] })],
    ['UPLOADTHING_TOKEN', token({ apiKey: 'sk_live', appId: 'app', regions: [] })],
    ['UPLOADTHING_TOKEN', token({ apiKey: 'sk_live', appId: '', regions: ['sea1'] })],
    ['UPLOADTHING_API_URL', 'api.uploadthing.com'],
  ])('refuses %s=%j in one sentence that names it', (name, value) => {
    expect(() => readEnv({ ...GOOD, [name]: value })).toThrow(new RegExp(`^${name}\\b[^\\n]+$`))
  })

  it('says everything that is wrong at once, and no value', () => {
    const read = () => readEnv({ ...GOOD, DATABASE_URL: 'mysql://root:hunter2@db', AUTH_SECRET: 'hunter2' })
    expect(read).toThrow(/DATABASE_URL.*\nAUTH_SECRET/)
    expect(read).not.toThrow(/hunter2/)
  })

  it.each([
    ['VERCEL', '1'],
    ['AWS_LAMBDA_FUNCTION_NAME', 'linnet'],
    ['NEXT_PHASE', 'phase-production-build'],
    ['NODE_ENV', 'test'],
  ])('leaves the jobs to somebody else where %s is %s, unless it is told', (name, value) => {
    expect(readEnv({ ...GOOD, [name]: value })).toHaveProperty('LINNET_JOBS', 'off')
    expect(readEnv({ ...GOOD, [name]: value, LINNET_JOBS: 'on' })).toHaveProperty('LINNET_JOBS', 'on')
  })

  it('opens few connections on a host of many small processes, unless it is told', () => {
    expect(readEnv(GOOD).DB_POOL_MAX).toBe(10)
    expect(readEnv({ ...GOOD, VERCEL: '1' }).DB_POOL_MAX).toBe(2)
    expect(readEnv({ ...GOOD, VERCEL: '1', DB_POOL_MAX: '1' }).DB_POOL_MAX).toBe(1)
  })

  it('takes a token of UploadThing', () => {
    const UPLOADTHING_TOKEN = token({ apiKey: 'sk_live_x', appId: 'app', regions: ['sea1'] })
    expect(readEnv({ ...GOOD, UPLOADTHING_TOKEN })).toMatchObject({ UPLOADTHING_TOKEN })
  })

  it('needs only the database in development', () => {
    const env = readEnv({ DATABASE_URL: GOOD.DATABASE_URL, PORT: '4000' })
    expect(env).toMatchObject({ NODE_ENV: 'development', APP_URL: 'http://localhost:4000' })
    expect(env.AUTH_SECRET.length).toBeGreaterThanOrEqual(32)
  })

  it('believes the proxy of Vercel', () => {
    expect(readEnv({ ...GOOD, VERCEL: '1' })).toHaveProperty('TRUST_PROXY_HOPS', 1)
    expect(readEnv({ ...GOOD, VERCEL: '1', TRUST_PROXY_HOPS: '2' })).toHaveProperty('TRUST_PROXY_HOPS', 2)
  })

  it('takes the address that Vercel gives, unless it is set', () => {
    const vercel = { ...GOOD, VERCEL_PROJECT_PRODUCTION_URL: 'linnet.vercel.example' }
    expect(readEnv({ ...vercel, APP_URL: '' }).APP_URL).toBe('https://linnet.vercel.example')
    expect(readEnv(vercel).APP_URL).toBe('https://linnet.example')
  })

  it('lets a build go without, but never a server in production', () => {
    expect(readEnv({ NODE_ENV: 'production', NEXT_PHASE: 'phase-production-build' }).DATABASE_URL).toContain('building')
    expect(() => readEnv({ NODE_ENV: 'production' })).toThrow(/AUTH_SECRET is missing/)
  })
})
