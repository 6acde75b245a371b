import { randomUUID } from 'node:crypto'
import { expect, inject, it } from 'vitest'
import { signToken } from '@/lib/auth/token'
import { db } from '@/lib/db'
import { LIMITS } from '@/lib/limits'
import { accessTokenOf, anyAddress } from '@/lib/testing/api'
import { PASSWORD, type Person, people, pictureFile, somebody, tweetBy } from '@/lib/testing/factory'

const { address, env, writable } = inject('host')
const PROCESSES = 8
/** Enough for each process to be asked twice. */
const ALL = 2 * PROCESSES

type Told = { status: number; headers: Headers; text: string; by: string | null }

async function ask(method: string, path: string, { json, ...init }: RequestInit & { json?: unknown } = {}): Promise<Told> {
  const headers = {
    Host: 'localhost:3000',
    'X-Forwarded-For': anyAddress(),
    ...(json !== undefined && { 'Content-Type': 'application/json' }),
    ...(init.headers as Record<string, string>),
  }
  const body = json !== undefined ? JSON.stringify(json) : (init.body ?? null)
  const answer = await fetch(`${address}${path}`, { ...init, method, headers, body, redirect: 'manual' })
  return { status: answer.status, headers: answer.headers, text: await answer.text(), by: answer.headers.get('x-process') }
}

const times = <T>(count: number, one: (n: number) => Promise<T>) => Promise.all(Array.from({ length: count }, (_, n) => one(n)))
const bearer = async (person: Person) => ({ Authorization: `Bearer ${await accessTokenOf(person)}` })
const statuses = (all: Told[]) => [...new Set(all.map(({ status }) => status))]

async function signedIn(username: string): Promise<{ access_token: string; refresh_token: string }> {
  const json = { grant_type: 'password', username, password: PASSWORD }
  return JSON.parse((await ask('POST', '/api/auth/token', { json })).text)
}

it('can write nowhere', () => {
  expect(writable).toEqual([])
})

it('serves its pages and what they need from every process', async () => {
  const pages = await times(ALL, () => ask('GET', '/explore'))
  expect(statuses(pages)).toEqual([200])
  // One of them may just have died, and the next not be there yet.
  expect(new Set(pages.map(({ by }) => by)).size).toBeGreaterThanOrEqual(PROCESSES - 1)
  const [, script = ''] = /<script src="(\/_next\/static\/[^"]+)"/.exec(pages[0]?.text ?? '') ?? []
  expect(statuses(await times(PROCESSES, () => ask('GET', script)))).toEqual([200])
  expect(statuses(await times(PROCESSES, () => ask('GET', '/cards/users/nobody')))).toEqual([404])
})

it('knows in every process who signed in at one, and forgets them in all at once', async () => {
  const { username } = await somebody()
  const { access_token, refresh_token } = await signedIn(username)
  const me = () => ask('GET', '/api/users/me', { headers: { Authorization: `Bearer ${access_token}` } })
  expect(statuses(await times(ALL, me))).toEqual([200])
  expect(await ask('POST', '/api/auth/revoke', { json: { token: refresh_token } })).toMatchObject({ status: 200 })
  expect(statuses(await times(ALL, me))).toEqual([401])
})

it('signs browsers in and out in all of them', async () => {
  const { username } = await somebody()
  const csrf = await ask('GET', '/api/auth/csrf')
  const { csrfToken } = JSON.parse(csrf.text)
  const Origin = env.APP_URL ?? ''
  const cookies = (told: Told) => told.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const json = { csrfToken, username, password: PASSWORD, json: 'true' }
  const entered = await ask('POST', '/api/auth/callback/credentials', { json, headers: { Origin, Cookie: cookies(csrf).join('; ') } })
  const Cookie = [...cookies(csrf), ...cookies(entered)].join('; ')
  const home = () => ask('GET', '/home', { headers: { Cookie } })
  expect(statuses(await times(ALL, home))).toEqual([200])
  await ask('POST', '/api/auth/signout', { json: { csrfToken, json: 'true' }, headers: { Origin, Cookie } })
  expect(statuses(await times(ALL, home))).toEqual([307])
})

it('gives many that renew with the same token at once the same successor', async () => {
  const { username } = await somebody()
  const { refresh_token } = await signedIn(username)
  const all = await times(ALL, () => ask('POST', '/api/auth/token', { json: { grant_type: 'refresh_token', refresh_token } }))
  expect(statuses(all)).toEqual([200])
  expect(new Set(all.map(({ text }) => JSON.parse(text).refresh_token)).size).toBe(1)
})

it('counts for a limit what all of them were asked, exactly', async () => {
  const { username } = await somebody()
  const headers = { 'X-Forwarded-For': anyAddress() }
  const json = { grant_type: 'password', username, password: 'not it at all' }
  const tried = await times(LIMITS.login.points + ALL, () => ask('POST', '/api/auth/token', { json, headers }))
  const refused = tried.filter(({ status }) => status === 429)
  expect(statuses(tried).toSorted()).toEqual([400, 429])
  expect(refused).toHaveLength(ALL)
})

it('does once what many of them are asked with the same key', async () => {
  const me = await somebody()
  const headers = { ...(await bearer(me)), 'Idempotency-Key': randomUUID() }
  const all = await times(ALL, () => ask('POST', '/api/tweets', { json: { content: 'Once.' }, headers }))
  expect(statuses(all)).toEqual([201])
  expect(new Set(all.map(({ text }) => JSON.parse(text).id)).size).toBe(1)
  expect(all.filter((told) => told.headers.has('idempotency-replayed'))).toHaveLength(ALL - 1)
  expect(await db.tweet.count({ where: { authorId: me.id } })).toBe(1)
})

it('counts right when all of them count the same', async () => {
  const tweet = await tweetBy(await somebody(), 'Like me.')
  const fans = await people(ALL)
  const likes = await times(ALL, async (n) => ask('PUT', `/api/tweets/${tweet.id}/like`, { headers: await bearer(fans[n] as Person) }))
  expect(statuses(likes)).toEqual([200])
  expect(JSON.parse((await ask('GET', `/api/tweets/${tweet.id}`)).text)).toMatchObject({ likesCount: ALL })
})

it('ranks what trends once for all of them', async () => {
  await tweetBy(await somebody(), 'Heard by everybody. #everywhere')
  await db.trendRefresh.update({ where: { id: 1 }, data: { refreshedAt: new Date(0), tookMs: 0 } })
  const before = await db.$queryRaw<{ xmin: string }[]>`SELECT xmin::text FROM trend_refreshes`
  expect(statuses(await times(ALL, () => ask('GET', '/api/hashtags/trending')))).toEqual([200])
  const { refreshedAt } = await db.trendRefresh.findUniqueOrThrow({ where: { id: 1 } })
  const after = await db.$queryRaw<{ xmin: string }[]>`SELECT xmin::text FROM trend_refreshes`
  expect(after).not.toEqual(before)
  const trends = await times(ALL, () => ask('GET', '/api/hashtags/trending'))
  expect(new Set(trends.map(({ text }) => text)).size, 'the same in every process').toBe(1)
  expect(await db.trendRefresh.findUniqueOrThrow({ where: { id: 1 } })).toMatchObject({ refreshedAt })
})

it('runs the jobs when the scheduler calls, each in one process at a time', async () => {
  const headers = { Authorization: `Bearer ${env.CRON_SECRET}` }
  const runs = await times(PROCESSES, () => ask('GET', '/api/cron', { headers }))
  expect(statuses(runs)).toEqual([200])
  const outcomes = runs.flatMap(({ text }) => JSON.parse(text).items.map(({ outcome }: { outcome: string }) => outcome))
  expect(outcomes).toContain('done')
  expect(outcomes).not.toContain('failed')
  expect(await ask('GET', '/api/cron', { headers: { Authorization: 'Bearer not it' } })).toMatchObject({ status: 401 })
})

it('keeps images elsewhere, and every process shows them', async () => {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(await pictureFile())], 'photo.png', { type: 'image/png' }))
  const kept = await ask('POST', '/api/media', { body, headers: await bearer(await somebody()) })
  expect(kept).toMatchObject({ status: 201 })
  const { pathname, origin } = new URL(JSON.parse(kept.text).url, address)
  const shown = await times(PROCESSES, () => (origin === address ? ask('GET', pathname) : ask('GET', '/api/health')))
  expect(statuses(shown)).toEqual([200])
})

it('believes no token of another secret', async () => {
  const me = await somebody()
  const token = await signToken('access', { userId: me.id, sessionId: me.sessionId })
  expect(statuses(await times(PROCESSES, () => ask('GET', '/api/users/me', { headers: { Authorization: `Bearer ${token}x` } })))).toEqual([
    401,
  ])
})
