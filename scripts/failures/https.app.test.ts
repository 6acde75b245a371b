import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask as askDatabase } from '@/scripts/database'
import { type OwnApp, ownApp, type Told, tokenOf } from '@/scripts/failures/app'
import { type OwnPostgres, ownPostgres } from '@/scripts/failures/postgres'
import { closeAll } from '@/scripts/lifetime'

const APP_URL = 'https://linnet.example'
const PASSWORD = 'a long enough secret'
const FORGED = {
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Proto': 'http',
  'X-Forwarded-Port': '81',
  Forwarded: 'host=evil.example;proto=http',
}

let postgres: OwnPostgres
let app: OwnApp

beforeAll(async () => {
  postgres = await ownPostgres()
  app = await ownApp(postgres.url, { APP_URL })
  await tokenOf(app, 'robin')
}, 120_000)

afterAll(closeAll)

it('has browsers come over https for two years, whatever they ask for', async () => {
  for (const path of [
    '/',
    '/robin',
    '/home',
    '/no/such/page',
    '/%00',
    '/icon.svg',
    '/cards/users/nobody',
    '/media/none',
    '/api/users/robin',
    '/api/nowhere',
    '/api/auth/csrf',
  ])
    expect.soft({ path, told: (await app.ask(path)).headers.get('strict-transport-security') }).toEqual({
      path,
      told: 'max-age=63072000; includeSubDomains',
    })
  expect((await app.ask('/login')).headers.get('content-security-policy')).toMatch(/; upgrade-insecure-requests$/)
})

it('gives only cookies that stay with us, over https, and out of reach of scripts', async () => {
  const csrf = await app.ask('/api/auth/csrf')
  const { csrfToken } = JSON.parse(csrf.text)
  const json = { csrfToken, username: 'robin', password: PASSWORD, callbackUrl: '/explore', json: 'true' }
  const headers = { Origin: APP_URL, Cookie: cookiesOf(csrf).map(nameAndValue).join('; ') }
  const signedIn = await app.ask('/api/auth/callback/credentials', { method: 'POST', json, headers })
  const sent = await sendForm('/login', { login: 'robin', password: PASSWORD })
  const cookies = [csrf, signedIn, sent].flatMap(cookiesOf)
  const names = new Set(cookies.map((cookie) => nameAndValue(cookie).split('=')[0]))
  expect([...names].toSorted()).toEqual(['__Host-linnet.session', '__Host-next-auth.csrf-token', '__Secure-next-auth.callback-url'])
  expect([signedIn, sent].map((told) => cookiesOf(told).some((cookie) => cookie.startsWith('__Host-linnet.session=ey')))).toEqual([
    true,
    true,
  ])
  for (const cookie of cookies) {
    const flags = cookie.toLowerCase().split('; ').slice(1)
    expect(flags, cookie).toEqual(expect.arrayContaining(['path=/', 'secure', 'httponly', 'samesite=lax']))
    expect(cookie, 'a cookie for subdomains').not.toMatch(/domain=/i)
  }
})

it('believes nothing that only a proxy may say, since it has none', async () => {
  const { csrfToken } = JSON.parse((await app.ask('/api/auth/csrf')).text)
  expect(JSON.stringify([...(await app.ask('/api/timelines/public?limit=1', { headers: FORGED })).headers])).not.toContain('evil')
  for (const path of ['/', '/robin', '/login', '/api/auth/providers', '/.well-known/security.txt']) {
    const { text, headers } = await app.ask(path, { headers: FORGED })
    expect(`${JSON.stringify([...headers])}${text}`, path).not.toContain('evil.example')
  }
  const out = await app.ask('/api/auth/signout', {
    method: 'POST',
    json: { csrfToken, json: 'true' },
    headers: { Origin: APP_URL, ...FORGED },
  })
  expect(JSON.parse(out.text).url).toMatch(new RegExp(`^${APP_URL}/`))
  for (const Origin of ['https://evil.example', 'http://evil.example', 'http://linnet.example', app.address, 'null'])
    expect({ Origin, status: (await sendForm('/login', { login: 'robin', password: PASSWORD }, { Origin, ...FORGED })).status }).toEqual({
      Origin,
      status: 403,
    })
  expect((await sendForm('/login', { login: 'robin', password: PASSWORD }, { Origin: APP_URL, ...FORGED })).headers.get('location')).toBe(
    '/home',
  )
})

it('tells nothing of the inside when that breaks', async () => {
  await askDatabase(postgres.url, 'ALTER TABLE tweets RENAME TO mislaid')
  const [data, page] = [await app.ask('/api/timelines/public'), await app.ask('/explore')]
  expect([data.status, page.status]).toEqual([500, 500])
  expect(JSON.parse(data.text)).toEqual({
    type: '/api/docs#error-internal',
    title: expect.any(String),
    status: 500,
    detail: 'Something went wrong on our side. Name the X-Request-Id when you report it.',
    code: 'internal',
  })
  for (const { text, headers } of [data, page]) {
    expect(`${JSON.stringify([...headers])}${text}`).not.toMatch(
      /prisma|mislaid|public\.tweets|P20\d\d|postgres|node_modules|server\/chunks|\n\s+at /i,
    )
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
  }
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'nonce-/)
})

function cookiesOf({ headers }: Told): string[] {
  return headers.getSetCookie()
}

function nameAndValue(cookie: string): string {
  return cookie.split(';')[0] ?? ''
}

/** Sends the first form of the page as a browser without JavaScript does. */
async function sendForm(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = { Origin: APP_URL },
): Promise<Told> {
  const { text } = await app.ask(path)
  const form = new FormData()
  for (const [, name = '', value = ''] of text.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g))
    form.set(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const answer = await fetch(`${app.address}${path}`, { method: 'POST', body: form, redirect: 'manual', headers })
  return { status: answer.status, headers: answer.headers, text: await answer.text(), ms: 0 }
}
