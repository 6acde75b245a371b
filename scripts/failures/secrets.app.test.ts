import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { mailsTo, tokenIn } from '@/lib/testing/mail'
import { ask as askDatabase } from '@/scripts/database'
import { type Asking, type OwnApp, ownApp, type Told } from '@/scripts/failures/app'
import { type OwnPostgres, ownPostgres } from '@/scripts/failures/postgres'
import { closeAll } from '@/scripts/lifetime'
import { throwAwayFolder } from '@/scripts/testing/folder'

/** Everything secret that was made here or came back, by what it is. None of it may stand in the log. */
const secrets = new Map<string, string>()

function secret(name: string, value = `canary-${name.replaceAll(/\W/g, '-')}-${randomBytes(24).toString('base64url')}`): string {
  secrets.set(`${name} (${secrets.size})`, value)
  return value
}

const settings = {
  AUTH_SECRET: secret('AUTH_SECRET'),
  AUTH_SECRET_PREVIOUS: secret('AUTH_SECRET_PREVIOUS'),
  CRON_SECRET: secret('CRON_SECRET'),
  METRICS_TOKEN: secret('METRICS_TOKEN'),
  LOG_LEVEL: 'trace',
  RATE_LIMITS: 'off',
}
const password = secret('password')
const nextPassword = secret('next password')
const lastPassword = secret('last password')
const email = `${secret('address').toLowerCase()}@linnet.example`
secret('address in lower case', email.split('@')[0])
const folder = throwAwayFolder()

/** The smallest image there is. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

let postgres: OwnPostgres
let app: OwnApp
/** All that the app writes. */
let log = ''
/** All that it sends to where traces are collected. */
let traces = ''

const collector = createServer((request, response) => {
  request.setEncoding('utf8').on('data', (data) => {
    traces += data
  })
  request.on('end', () => response.setHeader('Content-Type', 'application/json').end('{}'))
})

beforeAll(async () => {
  // What the app says is read here and passed on to nobody.
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockReturnValue(true)
  postgres = await ownPostgres()
  secret('password of the database', new URL(postgres.url).password)
  secret('the beginning of every hash of a password', '$argon2id$')
  await once(collector.listen(0, '127.0.0.1'), 'listening')
  const tracing = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}` }
  app = await ownApp(postgres.url, { ...settings, ...tracing, LINNET_DATA_DIR: folder })
  log = app.child().output()
  for (const stream of [app.child().process.stdout, app.child().process.stderr])
    stream?.on('data', (data) => {
      log += data
    })
}, 120_000)

afterAll(async () => {
  collector.close()
  await closeAll()
})

function expectNoSecrets(output = log): void {
  const found = [...secrets].filter(([, value]) => [value, encodeURIComponent(value), btoa(value)].some((form) => output.includes(form)))
  expect(found.map(([name]) => name)).toEqual([])
}

/** What the log says of requests, so that its silence is not that of a log that is off. */
function linesOf(): { msg: string; status?: number }[] {
  return log
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
}

function post(path: string, json: unknown, more: Asking = {}): Promise<Told> {
  return app.ask(path, { method: 'POST', json, ...more })
}

async function grant(fields: object): Promise<{ access_token: string; refresh_token: string }> {
  const { status, text } = await post('/api/auth/token', fields)
  expect({ status, text }).toMatchObject({ status: 200 })
  const pair = JSON.parse(text)
  secret('access token', pair.access_token)
  secret("access token's signature", pair.access_token.split('.')[2])
  secret('refresh token', pair.refresh_token)
  return pair
}

const signIn = (word: string) => grant({ grant_type: 'password', username: 'robin', password: word })

async function mailedToken(page: '/verify-email' | '/reset-password'): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const mail = mailsTo(email, folder).findLast(({ text }) => text.includes(`${page}?token=`))
    if (mail) return secret('token of a mail', tokenIn(mail))
    await sleep(50)
  }
  throw new Error('No mail came.')
}

/** Fills in a page's first form as a browser without JavaScript does, and keeps the session's cookie secret. */
async function submit(path: string, fields: Record<string, string>): Promise<number> {
  const page = await app.ask(path, { headers: { Accept: 'text/html' } })
  const body = new FormData()
  const form = /<form[^>]*method="POST"[\s\S]*?<\/form>/i.exec(page.text)?.[0] ?? ''
  for (const [, name = '', value = ''] of form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g))
    body.set(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const answer = await fetch(`${app.address}${path}`, { method: 'POST', body, redirect: 'manual', headers: { Origin: app.address } })
  for (const cookie of answer.headers.getSetCookie()) secret('cookie', cookie.split(';')[0]?.split('=')[1])
  return answer.status
}

it('keeps passwords, tokens, cookies, addresses and settings out of the log while all goes well or is refused', async () => {
  expect((await post('/api/users', { username: 'robin', email, password })).status).toBe(201)
  expect((await post('/api/users', { username: 'wren', email, password })).status).toBe(409)
  expect((await post('/api/auth/verify-email', { token: await mailedToken('/verify-email') })).status).toBe(204)
  expect(await submit('/login', { login: 'robin', password })).toBe(303)
  expect(await submit('/login', { login: secret('typed as a name'), password: secret('wrong password') })).toBe(200)
  const wrong = { grant_type: 'password', username: 'robin', password: secret('wrong password') }
  expect((await post('/api/auth/token', wrong)).status).toBe(400)
  const first = await signIn(password)
  const { access_token: token, refresh_token } = await grant({ grant_type: 'refresh_token', refresh_token: first.refresh_token })
  expect((await post('/api/tweets', { content: 'Hello.' }, { token })).status).toBe(201)
  const form = new FormData()
  form.set('file', new File([secret('a file that is no image')], 'canary.png', { type: 'image/png' }))
  const upload = await fetch(`${app.address}/api/media`, { method: 'POST', body: form, headers: { Authorization: `Bearer ${token}` } })
  expect(upload.status).toBeGreaterThanOrEqual(400)
  expect((await post('/api/users/me/password', { currentPassword: password, newPassword: nextPassword }, { token })).status).toBe(204)
  expect(
    (await post('/api/users/me/email', { email: `${secret('next-address')}@linnet.example`, password: nextPassword }, { token })).status,
  ).toBe(204)
  expect((await post('/api/auth/revoke', { token: refresh_token })).status).toBe(200)
  expect((await app.ask('/api/users/me', { token })).status).toBe(401)
  expectNoSecrets()
})

it('keeps them out while a password is forgotten, and whatever is in an address, a header or a cookie', async () => {
  expect((await post('/api/auth/forgot-password', { email })).status).toBe(204)
  await sleep(500)
  const token = await mailedToken('/reset-password')
  expect((await app.ask(`/reset-password?token=${token}`, { headers: { Accept: 'text/html' } })).status).toBe(200)
  expect((await post('/api/auth/reset-password', { token, password: lastPassword })).status).toBe(204)
  const headers: Record<string, string>[] = [
    { Authorization: `Bearer ${secret('bearer')}` },
    { Authorization: `Basic ${btoa(`robin:${secret('basic')}`)}` },
    { Cookie: `linnet.session=${secret('cookie')}` },
  ]
  for (const one of headers) expect((await app.ask('/api/users/me', { headers: one })).status).toBe(401)
  expect((await app.ask('/api/cron', { headers: { Authorization: `Bearer ${secret('wrong cron secret')}` } })).status).toBe(401)
  expect((await app.ask('/api/cron', { headers: { Authorization: `Bearer ${settings.CRON_SECRET}` } })).status).toBe(200)
  expectNoSecrets()
  expect(linesOf().filter(({ msg }) => msg === 'request').length).toBeGreaterThanOrEqual(15)
})

it('keeps them out while statements of the database fail, each of which names its whole row', async () => {
  const pair = await signIn(lastPassword)
  const broken = async (table: string, status: number, work: () => Promise<Told>) => {
    await askDatabase(postgres.url, `ALTER TABLE ${table} ADD CONSTRAINT broken CHECK (false) NOT VALID`)
    expect({ table, status: (await work()).status }).toEqual({ table, status })
    await sleep(300)
    await askDatabase(postgres.url, `ALTER TABLE ${table} DROP CONSTRAINT broken`)
  }
  const word = secret('password of nobody')
  await broken('users', 500, () =>
    post('/api/users', { username: 'linnet_1', email: `${secret('address of nobody').toLowerCase()}@linnet.example`, password: word }),
  )
  await broken('refresh_tokens', 500, () => post('/api/auth/token', { grant_type: 'refresh_token', refresh_token: pair.refresh_token }))
  // Its token is made after the answer, which is the same for everybody.
  await broken('email_tokens', 204, () => post('/api/auth/forgot-password', { email }))
  await askDatabase(postgres.url, 'ALTER TABLE sessions RENAME COLUMN user_agent TO gone')
  expect((await app.ask('/api/auth/sessions', { token: pair.access_token })).status).toBe(500)
  expect(await submit('/login', { login: email, password: word })).toBeGreaterThanOrEqual(200)
  await askDatabase(postgres.url, 'ALTER TABLE sessions RENAME COLUMN gone TO user_agent')
  await postgres.stop()
  expect((await app.ask('/api/users/me', { token: pair.access_token })).status).toBe(503)
  await postgres.start()
  expectNoSecrets()
  expect(linesOf().filter(({ msg }) => msg === 'request failed').length).toBeGreaterThanOrEqual(3)
})

it('keeps those of a mail server and of UploadThing out, when neither answers', async () => {
  const [user, word, key] = [secret('name at the mail server'), secret('password at the mail server'), secret('key at UploadThing')]
  const token = btoa(JSON.stringify({ apiKey: `sk_live_${key}`, appId: 'canary', regions: ['sea1'] }))
  const elsewhere = 'http://127.0.0.1:9'
  const other = await ownApp(postgres.url, {
    ...settings,
    SMTP_URL: `smtp://${user}:${word}@127.0.0.1:9`,
    UPLOADTHING_TOKEN: secret('UPLOADTHING_TOKEN', token),
    UPLOADTHING_API_URL: elsewhere,
    UPLOADTHING_INGEST_URL: elsewhere,
  })
  const [address, siskins] = [`${secret('another address').toLowerCase()}@linnet.example`, secret('another password')]
  const told = async (path: string, json: object) => JSON.parse((await other.ask(path, { method: 'POST', json })).text)
  expect(await told('/api/users', { username: 'siskin', email: address, password: siskins })).toMatchObject({ email: address })
  const { access_token } = await told('/api/auth/token', { grant_type: 'password', username: 'siskin', password: siskins })
  secret('access token of siskin', access_token)
  const form = new FormData()
  form.set('file', new File([PIXEL], 'pixel.png', { type: 'image/png' }))
  const upload = await fetch(`${other.address}/api/media`, {
    method: 'POST',
    body: form,
    headers: { Authorization: `Bearer ${access_token}` },
  })
  expect(upload.status).toBeGreaterThanOrEqual(500)
  for (let tries = 0; tries < 100 && !other.child().output().includes('a mail could not be sent'); tries++) await sleep(50)
  expect(other.child().output()).toContain('a mail could not be sent')
  expectNoSecrets(other.child().output())
  await other.child().stop()
})

it('tells of every page and endpoint in the log, who asked for it, and how often and how long in its metrics', async () => {
  const pair = await signIn(lastPassword)
  const { text: me } = await app.ask('/api/users/me', { token: pair.access_token })
  expect(await submit('/login', { login: 'robin', password: lastPassword })).toBe(303)
  const cookie = [...secrets].findLast(([name]) => name.startsWith('cookie'))?.[1]
  await app.ask('/robin', { headers: { Cookie: `linnet.session=${cookie}` } })
  await app.ask('/no/such/page')
  await app.ask('/api/users/%00')
  await sleep(300)
  const told = linesOf().filter(({ msg }) => msg === 'request')
  const userId = JSON.parse(me).id
  const requestId = expect.stringMatching(/^[\da-f-]{36}$/)
  const of = (path: string) => told.filter((line) => 'path' in line && line.path === path)
  expect(of('/robin')).toEqual([expect.objectContaining({ route: '/{username}', status: 200, ms: expect.any(Number), userId, requestId })])
  expect(told).toContainEqual(expect.objectContaining({ route: '/api/users/me', status: 200, userId, requestId }))
  expect(told).toContainEqual(expect.objectContaining({ route: 'other', path: '/no/such/page', status: 404 }))
  expect(of('/api/users/%00')).toEqual([expect.objectContaining({ route: '/api/users/{username}', status: 404, requestId })])
  const { text } = await app.ask('/api/metrics', { headers: { Authorization: `Bearer ${settings.METRICS_TOKEN}` } })
  expect(text).toMatch(/^http_requests_total\{method="GET",route="\/\{username\}",status="200"\} 1$/m)
  expect(text).toMatch(/^http_requests_total\{method="POST",route="\/api\/auth\/token",status="400"\} [1-9]/m)
  expect(text).toMatch(/^http_request_duration_seconds_count\{method="POST",route="\/login"\} [1-9]/m)
  expect(text).not.toContain('robin')
  expectNoSecrets(text)
})

it('sends traces of requests and statements, the last ones when it ends, and no secrets with them', async () => {
  await app.child().stop()
  const names = new Set([...traces.matchAll(/"name":"([^"]+)"/g)].map(([, name]) => name))
  for (const name of ['GET /[username]', 'POST /api/auth/token', 'GET /reset-password', 'SELECT', 'INSERT']) expect(names).toContain(name)
  expect(traces).toContain('"linnet"')
  expectNoSecrets(traces)
})
