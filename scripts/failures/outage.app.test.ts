import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask as askDatabase } from '@/scripts/database'
import { type Asking, type OwnApp, ownApp, type Told, tokenOf } from '@/scripts/failures/app'
import { type OwnPostgres, ownPostgres } from '@/scripts/failures/postgres'
import { closeAll } from '@/scripts/lifetime'

/** What is promised, and room for a machine with other things to do. */
const AWAY_MS = 2_000
const FROZEN_MS = 6_000
const BACK_MS = 2_000
const ROOM_MS = 3_000

let postgres: OwnPostgres
let app: OwnApp
let token: string
let tweetId: string

beforeAll(async () => {
  postgres = await ownPostgres(['max_connections=20'])
  app = await ownApp(postgres.url)
  token = await tokenOf(app, 'robin')
  const tweet = await app.ask('/api/tweets', { method: 'POST', token, json: { content: 'Before.' } })
  tweetId = JSON.parse(tweet.text).id
}, 120_000)

afterAll(closeAll)

type Requests = Record<string, () => [string, Asking]>

/** What people and programs do, in words, and how it is asked for. */
const WRITES = {
  'a tweet': () => ['/api/tweets', { method: 'POST', token, json: { content: 'Now.' } }],
  'a like': () => [`/api/tweets/${tweetId}/like`, { method: 'PUT', token }],
  'a sign-in': () => ['/api/auth/token', { method: 'POST', json: { grant_type: 'password', username: 'robin', password: 'wrong' } }],
} satisfies Requests
const READS = {
  'a public list': () => ['/api/timelines/public', {}],
  'my own things': () => ['/api/users/me', { token }],
  readiness: () => ['/api/ready', {}],
} satisfies Requests
const PAGES = {
  'a page': () => [`/robin/status/${tweetId}`, { headers: { Accept: 'text/html' } }],
  'a form': () => ['/login', { method: 'POST', headers: { 'Next-Action': 'x', Origin: app.address } }],
} satisfies Requests

/** Asks everything at once, twice over, as more people do than the pool has connections. */
async function askAll(what: Requests): Promise<[string, Told][]> {
  const all = [...Object.entries(what), ...Object.entries(what)]
  return Promise.all(all.map(async ([name, of]): Promise<[string, Told]> => [name, await app.ask(...of())]))
}

async function expectUnavailable(what: Requests, within: number): Promise<void> {
  for (const [name, { status, headers, text, ms }] of await askAll(what)) {
    expect.soft({ name, status }).toEqual({ name, status: 503 })
    expect.soft(Number(headers.get('retry-after')), name).toBeGreaterThan(0)
    expect.soft(ms, `${name} in milliseconds`).toBeLessThan(within + ROOM_MS)
    if (name in PAGES) expect.soft(text, name).toContain('Its database does not answer')
    else expect.soft({ name, type: headers.get('content-type') }).toEqual({ name, type: 'application/problem+json' })
    report(name, ms)
  }
  expect(await app.ask('/api/health')).toMatchObject({ status: 200 })
}

/** Every kind of request succeeds soon, in the process that was there before. */
async function expectBack(since: number): Promise<void> {
  let told: Told
  do {
    told = await app.ask('/api/tweets', { method: 'POST', token, json: { content: 'Back.' } })
    if (told.status !== 201) await sleep(50)
  } while (told.status !== 201 && performance.now() - since < BACK_MS + ROOM_MS)
  report('back', Math.round(performance.now() - since))
  expect(told.status).toBe(201)
  const { 'a sign-in': _, ...rest } = { ...WRITES, ...READS }
  for (const [name, { status }] of await askAll(rest)) expect.soft([200, 201], `${name}: ${status}`).toContain(status)
  expect(await app.ask(`/robin/status/${tweetId}`)).toMatchObject({ status: 200 })
  expect(app.child().process.exitCode).toBeNull()
}

function report(name: string, ms: number): void {
  if (process.env.DEBUG) process.stdout.write(`${expect.getState().currentTestName}: ${name} ${ms} ms\n`)
}

/** Runs a statement as the app's role, whatever it is forbidden by default. */
async function tell(sql: string): Promise<void> {
  await askDatabase(`${postgres.url}?options=-c%20default_transaction_read_only%3Doff`, sql)
}

const ENDED = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'linnet'`

describe('while the database', () => {
  it('is down', async () => {
    await postgres.stop()
    await expectUnavailable({ ...WRITES, ...READS, ...PAGES }, AWAY_MS)
    await postgres.start()
    await expectBack(performance.now())
  })

  it('is frozen', async () => {
    const caught = Array.from({ length: 20 }, () => app.ask(...WRITES['a tweet']()))
    await sleep(20)
    postgres.freeze()
    try {
      for (const { status, ms } of await Promise.all(caught)) {
        expect.soft([201, 503]).toContain(status)
        expect.soft(ms).toBeLessThan(FROZEN_MS + ROOM_MS)
        report('caught in the middle', ms)
      }
      await expectUnavailable({ ...WRITES, ...READS, ...PAGES }, FROZEN_MS)
    } finally {
      postgres.thaw()
    }
    await expectBack(performance.now())
  })

  it('is full of connections', async () => {
    const others: pg.Client[] = []
    await tell(ENDED)
    for (;;) {
      const client = new pg.Client({ connectionString: postgres.url })
      client.on('error', () => {})
      if (
        !(await client.connect().then(
          () => others.push(client),
          () => 0,
        ))
      )
        break
    }
    await expectUnavailable({ ...WRITES, ...READS, ...PAGES }, AWAY_MS)
    await Promise.all(others.map((client) => client.end()))
    await expectBack(performance.now())
  })

  it('can only be read', async () => {
    await tell('ALTER ROLE linnet SET default_transaction_read_only = on')
    await tell(ENDED)
    await expectUnavailable({ ...WRITES, ...PAGES }, AWAY_MS)
    await tell('ALTER ROLE linnet RESET default_transaction_read_only')
    await tell(ENDED)
    await expectBack(performance.now())
  })

  it('has a full disk', async () => {
    await tell(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE SQLSTATE '53100'; END $$`)
    await tell('CREATE TRIGGER full_disk BEFORE INSERT ON tweets FOR EACH ROW EXECUTE FUNCTION full_disk()')
    await expectUnavailable({ 'a tweet': WRITES['a tweet'] }, AWAY_MS)
    await tell('DROP TRIGGER full_disk ON tweets')
    await expectBack(performance.now())
  })

  it('holds what is written to', async () => {
    const holder = new pg.Client({ connectionString: postgres.url })
    await holder.connect()
    await holder.query('BEGIN; LOCK TABLE tweets IN ACCESS EXCLUSIVE MODE')
    const told = await Promise.all(Array.from({ length: 30 }, () => app.ask(...WRITES['a like']())))
    for (const { status, ms } of told) {
      expect.soft(status).toBe(503)
      expect.soft(ms).toBeLessThan(FROZEN_MS + ROOM_MS)
    }
    report('the slowest of 30', Math.max(...told.map(({ ms }) => ms)))
    await holder.query('COMMIT')
    await holder.end()
    await expectBack(performance.now())
  })
})
