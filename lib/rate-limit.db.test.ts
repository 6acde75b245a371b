import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { PEER_HEADER } from '@/lib/http/peer'
import { LIMITS, type LimitName } from '@/lib/limits'
import { limit } from '@/lib/rate-limit'
import { requestContext } from '@/lib/request'
import { anyAddress, call } from '@/lib/testing/api'
import { PASSWORD, type Person, people, somebody, tweetBy } from '@/lib/testing/factory'
import { createTweet } from '@/lib/tweets/commands'

// Before the environment is first read.
vi.hoisted(() => {
  process.env.RATE_LIMITS = ''
})

let ada: Person
let mei: Person

beforeAll(async () => {
  ;[ada, mei] = (await people(2)) as [Person, Person]
})

beforeEach(async () => {
  await pool.query('TRUNCATE rate_limits')
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** Runs the work in a request from this address. */
function from<T>(address: string, work: () => Promise<T>): Promise<T> {
  return requestContext.run({ requestId: 'r', address, counted: [] }, work)
}

/** How many of so many attempts are let through, the others being refused as too many. */
async function passed(count: number, attempt: (n: number) => Promise<unknown>): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: count }, (_, n) => attempt(n)))
  const refused = results.filter((result) => result.status === 'rejected')
  for (const { reason } of refused) if (!(reason instanceof AppError) || reason.code !== 'rate_limited') throw reason
  return count - refused.length
}

const guess = (username: string, address: string, password = 'wrong guess') =>
  call('POST', '/api/auth/token', { json: { grant_type: 'password', username, password }, headers: { [PEER_HEADER]: address } })

describe('a limit', () => {
  it.each([
    ['login', 10, 300],
    ['login-address', 25, 300],
    ['signup', 5, 1_800],
    ['tweets', 60, 900],
    ['likes', 400, 900],
    ['follows', 400, 900],
    ['uploads', 30, 1_800],
    ['search', 60, 60],
    ['signed-out', 300, 300],
    ['signed-in', 1_500, 300],
  ] as const)('of %s is %d in %d seconds', (name, points, seconds) => {
    expect(LIMITS[name]).toMatchObject({ points, seconds })
  })

  it.each(['login', 'signup', 'tweets', 'search'] as LimitName[])('of %s is exact when 100 come at once', async (name) => {
    expect(await passed(100, () => from('192.0.2.1', () => limit(name, null)))).toBe(Math.min(100, LIMITS[name].points))
  })

  it('holds for all instances together', async () => {
    vi.resetModules()
    const other = await import('@/lib/rate-limit')
    const { requestContext: othersContext } = await import('@/lib/request')
    expect(other.limit).not.toBe(limit)
    const elsewhere = () => othersContext.run({ requestId: 'r', address: '192.0.2.1', counted: [] }, () => other.limit('signup', null))
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? elsewhere() : from('192.0.2.1', () => limit('signup', null)))),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  })

  it('is counted per account, wherever it is used from', async () => {
    expect(await passed(70, () => from(anyAddress(), () => limit('tweets', ada)))).toBe(60)
    expect(await passed(1, () => from('192.0.2.1', () => limit('tweets', mei)))).toBe(1)
  })

  it('is counted per address where nobody is signed in, of IPv6 per /64', async () => {
    expect(await passed(8, () => from('192.0.2.1', () => limit('signup', null)))).toBe(5)
    expect(await passed(1, () => from('192.0.2.2', () => limit('signup', null)))).toBe(1)
    expect(await passed(8, (n) => from(`2001:db8::${n}`, () => limit('signup', null)))).toBe(5)
    expect(await passed(1, () => from('2001:db8:0:1::1', () => limit('signup', null)))).toBe(1)
  })

  it('says when to try again, and lets one then', async () => {
    vi.stubEnv('RATE_LIMITS', 'search=2/1s')
    vi.resetModules()
    const { limit } = await import('@/lib/rate-limit')
    const { requestContext } = await import('@/lib/request')
    const search = () => requestContext.run({ requestId: 'r', address: '192.0.2.1', counted: [] }, () => limit('search', null))
    await search()
    await search()
    await expect(search()).rejects.toMatchObject({ code: 'rate_limited', headers: { 'Retry-After': '1' } })
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await search()
  })

  it('can be lifted for load tests', async () => {
    vi.stubEnv('RATE_LIMITS', 'off')
    vi.resetModules()
    const { limit } = await import('@/lib/rate-limit')
    const { requestContext } = await import('@/lib/request')
    for (let n = 0; n < 10; n++)
      await requestContext.run({ requestId: 'r', address: '192.0.2.1', counted: [] }, () => limit('signup', null))
    expect((await pool.query('SELECT 1 FROM rate_limits')).rowCount).toBe(0)
  })

  it('does not bind jobs and scripts, which come through no door', async () => {
    for (let n = 0; n < 10; n++) await limit('signup', null)
    expect((await pool.query('SELECT 1 FROM rate_limits')).rowCount).toBe(0)
  })

  it('remembers nothing that a person typed, and no address', async () => {
    await from('192.0.2.1', () => limit('login', null, 'hunter2'))
    const { rows } = await pool.query('SELECT key FROM rate_limits')
    expect(rows).toHaveLength(1)
    expect(rows[0].key).toMatch(/^login:[\w-]{43}$/)
  })
})

describe('signing in', () => {
  it('is tried ten times for an account from an address, also when 100 guesses come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => guess(ada.username, '127.0.0.1')))
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(90)
  })

  it('is never shut to somebody by what a stranger guesses', async () => {
    for (let n = 0; n < 12; n++) await guess(mei.username, '192.0.2.66')
    expect(await guess(mei.username, '192.0.2.66', PASSWORD)).toMatchObject({ status: 429 })
    expect(await guess(mei.username, '192.0.2.7', PASSWORD)).toMatchObject({ status: 200 })
  })

  it('is tried 25 times from an address, whomever one tries', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => guess(`nobody_${n}`, '192.0.2.1')))
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(25)
  })

  it('is not bought anew by a forwarded address that no proxy of ours wrote', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        call('POST', '/api/auth/token', {
          json: { grant_type: 'password', username: ada.username, password: 'wrong guess' },
          headers: { [PEER_HEADER]: '192.0.2.1', 'X-Forwarded-For': `198.51.100.${n}` },
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2)
  })
})

describe('the API', () => {
  it('tells what is left, and when it is too much, says so and does nothing', async () => {
    const person = await somebody()
    const post = (n: number) => call('POST', '/api/tweets', { as: person, json: { content: `Number ${n}.` } })
    const first = await post(0)
    expect(first.status).toBe(201)
    expect(first.headers.get('ratelimit-policy')).toBe('"signed-in";q=1500;w=300, "tweets";q=60;w=900')
    expect(first.headers.get('ratelimit')).toMatch(/^"signed-in";r=1499;t=(300|299), "tweets";r=59;t=(900|899)$/)
    const rest = await Promise.all(Array.from({ length: 99 }, (_, n) => post(n + 1)))
    const refused = rest.filter(({ status }) => status !== 201)
    expect(refused).toHaveLength(40)
    for (const { status, headers, body } of refused) {
      expect({ status, type: headers.get('content-type') }).toEqual({ status: 429, type: 'application/problem+json' })
      expect(body).toMatchObject({ code: 'rate_limited', status: 429, detail: expect.stringMatching(/ Try again in 15 minutes\.$/) })
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(880)
      expect(headers.get('ratelimit')).toMatch(/"tweets";r=0;t=\d+$/)
    }
    expect((await call('GET', `/api/users/${person.username}`)).body.tweetsCount).toBe(60)
  })

  it('answers 300 requests of a visitor in five minutes, also ones with a token that is not good', async () => {
    const address = { [PEER_HEADER]: '192.0.2.1' }
    const ask = (n: number) =>
      call('GET', '/api/hashtags/trending', { headers: { ...address, ...(n % 3 === 0 && { Authorization: 'Bearer a.b.c' }) } })
    const answers = await Promise.all(Array.from({ length: 320 }, (_, n) => ask(n)))
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20)
    expect(await call('GET', '/api/hashtags/trending', { headers: { [PEER_HEADER]: '192.0.2.2' } })).toMatchObject({ status: 200 })
    expect(await call('GET', '/api/health', { headers: address })).toMatchObject({ status: 200 })
  })

  it('counts what is limited of every noun', async () => {
    const [me, them] = (await people(2)) as [Person, Person]
    const tweet = await tweetBy(them)
    const counts = async (method: string, path: string) => {
      const { headers } = await call(method, path, { as: me })
      return /, "([\w-]+)"/.exec(headers.get('ratelimit-policy') ?? '')?.[1]
    }
    for (const act of ['like', 'retweet', 'bookmark'])
      for (const method of ['PUT', 'DELETE']) expect(await counts(method, `/api/tweets/${tweet.id}/${act}`)).toBe('likes')
    for (const act of ['follow', 'block', 'mute'])
      for (const method of ['PUT', 'DELETE']) expect(await counts(method, `/api/users/${them.username}/${act}`)).toBe('follows')
    for (const type of ['tweets', 'users', 'hashtags']) expect(await counts('GET', `/api/search?q=linnet&type=${type}`)).toBe('search')
  })

  it('opens five accounts from an address in half an hour, and a taken username costs none', async () => {
    const signUp = (username: string, email = `${username}@people.example`) =>
      call('POST', '/api/users', { json: { username, email, password: PASSWORD }, headers: { [PEER_HEADER]: '192.0.2.1' } })
    for (let n = 0; n < 7; n++) expect(await signUp(ada.username, `new_${n}@people.example`)).toMatchObject({ status: 409 })
    expect(await signUp('limits_1', ada.email)).toMatchObject({ status: 409 })
    for (let n = 1; n < 5; n++) expect(await signUp(`limits_${n}`)).toMatchObject({ status: 201 })
    expect(await signUp('limits_5')).toMatchObject({ status: 429, body: { detail: expect.stringContaining('Try again in 30 minutes.') } })
  })
})

it('a tweet made twice with one Idempotency-Key is one tweet, however it is counted', async () => {
  const [one, two] = await from('192.0.2.1', () =>
    Promise.all([createTweet(ada, { content: 'Once.' }, 'key'), createTweet(ada, { content: 'Once.' }, 'key')]),
  )
  expect(one.value.id).toBe(two.value.id)
})
