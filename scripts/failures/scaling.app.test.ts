import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Asking, type OwnApp, ownApp, type Told, tokenOf } from '@/scripts/failures/app'
import { startPooler } from '@/scripts/failures/pooler'
import { ownPair, type Pair } from '@/scripts/failures/replica'
import { recount } from '@/scripts/failures/writers'
import { closeAll } from '@/scripts/lifetime'

const PROCESSES = 3
const REQUESTS = 1_200
/** Room for a machine with other things to do. */
const PATIENCE = { timeout: 15_000, interval: 50 }

let pair: Pair
const apps: OwnApp[] = []
const tokens: string[] = []

beforeAll(async () => {
  pair = await ownPair()
  const pooled = await startPooler(pair.primary.url)
  const alike = { DATABASE_REPLICA_URLS: pair.replica.url, APP_URL: 'http://localhost:3000', WEB_CONCURRENCY: '1' }
  const env = { ...alike, RATE_LIMITS: 'off', LOG_LEVEL: 'error' }
  while (apps.length < PROCESSES) apps.push(await ownApp(pooled, env))
  for (let n = 0; n < 6; n++) tokens.push(await tokenOf(appOf(n), `person_${n}`))
}, 120_000)

afterAll(closeAll)

const appOf = (n: number) => apps[n % PROCESSES] as OwnApp
const tokenFor = (n: number) => tokens[n % tokens.length] as string

async function tweet(n: number, content: string): Promise<string> {
  const { status, text } = await appOf(n).ask('/api/tweets', { method: 'POST', token: tokenFor(n), json: { content } })
  expect(status).toBe(201)
  return JSON.parse(text).id
}

/** Does the work for each number, sixteen of them at a time. */
async function forEach(count: number, work: (n: number) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: 16 }, worker))
}

/** Has as much written as people write who are many, so that nobody who only reads waits for the newest. */
async function whileBusy(work: () => Promise<void>): Promise<void> {
  const others = new pg.Client({ connectionString: pair.primary.url })
  await others.connect()
  let isOver = false
  const writing = (async () => {
    for (; !isOver; await sleep(100)) await others.query("SELECT nextval('writes') FROM generate_series(1, 100)")
  })()
  try {
    await work()
  } finally {
    isOver = true
    await writing
    await others.end()
  }
}

/** Waits until every process uses so many replicas. */
async function untilUsed(replicas: number): Promise<void> {
  const start = performance.now()
  for (const app of apps)
    await expect.poll(async () => JSON.parse((await app.ask('/api/ready')).text), PATIENCE).toEqual({ status: 'ready', replicas })
  report(`${replicas} used after`, performance.now() - start)
}

function report(what: string, ms: number): void {
  if (process.env.DEBUG) process.stdout.write(`${expect.getState().currentTestName}: ${what} ${Math.round(ms)} ms\n`)
}

/** One read or another, hardly ever the same, so that little of it is kept from before. */
const reads = (n: number): [string, Asking] => {
  const limit = `limit=${1 + (n % 50)}`
  const all: [string, Asking][] = [
    [`/api/timelines/home?${limit}`, { token: tokenFor(n) }],
    [`/api/timelines/public?${limit}`, {}],
    [`/api/users/person_${n % 6}`, { token: tokenFor(n) }],
    [`/api/users/person_${n % 6}/tweets?${limit}`, {}],
    [`/api/notifications?${limit}`, { token: tokenFor(n) }],
    ['/api/hashtags/trending', {}],
  ]
  return all[n % all.length] as [string, Asking]
}

/** Asks so many different reads of all processes, while something happens to the replica; what was not answered with 200. */
async function readWhile(count: number, happens: () => unknown): Promise<Told[]> {
  const failed: Told[] = []
  let slowest = 0
  await forEach(count, async (n) => {
    if (n === Math.floor(count / 3)) await happens()
    const told = await appOf(n).ask(...reads(Math.floor(n / PROCESSES)))
    if (told.status !== 200) failed.push(told)
    slowest = Math.max(slowest, told.ms)
  })
  report('the slowest', slowest)
  return failed
}

it('answers 1,200 requests by three processes behind a pooler, and counts right', async () => {
  await untilUsed(1)
  const ids = await Promise.all(tokens.map((_, n) => tweet(n, `The first of person ${n}. #many`)))
  const failed: string[] = []
  await forEach(REQUESTS, async (n) => {
    const id = ids[n % ids.length] as string
    const token = tokenFor(Math.floor(n / 7))
    const writes: [string, Asking][] = [
      ['/api/tweets', { method: 'POST', token, json: { content: `Number ${n}. #many` } }],
      ['/api/tweets', { method: 'POST', token, json: { content: `An answer, number ${n}.`, replyToId: id } }],
      [`/api/tweets/${id}/like`, { method: n % 2 ? 'PUT' : 'DELETE', token }],
      [`/api/tweets/${id}/retweet`, { method: n % 3 ? 'PUT' : 'DELETE', token }],
      [`/api/users/person_${n % 5}/follow`, { method: n % 2 ? 'PUT' : 'DELETE', token: tokens[5] as string }],
    ]
    const [path, asking] = n % 2 === 0 ? reads(n / 2) : (writes[Math.floor(n / 2) % writes.length] as [string, Asking])
    const { status, text } = await appOf(n).ask(path, asking)
    if (status >= 300) failed.push(`${asking.method} ${path}: ${status} ${text}`)
  })
  expect(failed).toEqual([])
  expect(await recount(pair.primary.url)).toBe('Every counter equals a recount.')
})

it('reads from the replica for those who wrote nothing', async () => {
  const before = pair.log().length
  const read = async () => {
    await Promise.all(apps.map((app) => app.ask('/api/timelines/public')))
    return pair.log().slice(before)
  }
  await expect.poll(read, PATIENCE).toContain('FROM tweets t')
})

it('shows what somebody wrote to them at once and to others soon, while the replica shows nothing new, and leaves that out', async () => {
  await whileBusy(async () => {
    await untilUsed(1)
    await pair.pause()
    const id = await tweet(0, 'Mine.')
    for (const n of [0, 6, 12]) {
      const told = await appOf(n / 6).ask('/api/users/person_0/tweets', { token: tokenFor(0) })
      expect(JSON.parse(told.text).items[0]).toMatchObject({ id })
    }
    for (const app of apps)
      await expect.poll(async () => (await app.ask('/api/users/person_0/tweets', { token: tokenFor(1) })).text, PATIENCE).toContain(id)
    await untilUsed(0)
    await pair.resume()
    await untilUsed(1)
  })
})

it('fails no request when the replica is killed', async () => {
  await whileBusy(async () => {
    expect(await readWhile(300, () => pair.replica.kill())).toEqual([])
    await untilUsed(0)
    await pair.replica.start()
    await untilUsed(1)
  })
})

it('fails no request when the replica stands still', async () => {
  await whileBusy(async () => {
    expect(await readWhile(300, () => pair.replica.freeze())).toEqual([])
    await untilUsed(0)
    pair.replica.thaw()
    await untilUsed(1)
  })
})

it('has asked the replica only what reads', () => {
  const asked = pair.log().match(/^.* LOG: {2}(statement|execute [^:]*): (\s*\S[^\n]*)/gm) ?? []
  expect(asked.length).toBeGreaterThan(100)
  expect(pair.log()).not.toMatch(/\b(INSERT INTO|UPDATE \w+ SET|DELETE FROM|nextval|read-only transaction|during recovery)\b/)
  for (const app of apps) expect(app.child().output()).not.toContain('prepared statement')
})
