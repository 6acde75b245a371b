import pg from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { startSession } from '@/lib/auth/session'
import { SESSION_IDLE_SECONDS, SESSION_MAX_SECONDS } from '@/lib/auth/token'
import { db } from '@/lib/db'
import { issueEmailToken } from '@/lib/emails/tokens'
import { runJob, runJobs } from '@/lib/jobs/commands'
import { removeDeadSessions, removeExpiredCounts, removeExpiredEmailTokens, removeExpiredKeys } from '@/lib/jobs/expiry'
import { JOBS, type Job } from '@/lib/jobs/jobs'
import { startJobs, stopJobs } from '@/lib/jobs/schedule'
import { settled } from '@/lib/later'
import { deleteMedia, uploadMedia } from '@/lib/media/commands'
import { accessTokenOf, call } from '@/lib/testing/api'
import { pictureFile, somebody } from '@/lib/testing/factory'
import { createTweet } from '@/lib/tweets/commands'

const SECRET = 'a secret of the scheduler'
const job = (run: Job['run'], name = 'test'): Job => ({ name, every: '* * * * * *', run })
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)

const settings = vi.hoisted((): Partial<Record<'CRON_SECRET' | 'LINNET_JOBS', string | undefined>> => ({}))

vi.mock('@/lib/env', async (original) => {
  const { env } = await original<typeof import('@/lib/env')>()
  return { env: new Proxy(env, { get: (real, name) => Reflect.get(name in settings ? settings : real, name) }) }
})

afterEach(stopJobs)

describe('a run', () => {
  test('does every job, also after one that fails', async () => {
    const broken = job(() => Promise.reject(new Error('broken')), 'broken')
    const { items } = await runJobs([broken, job(async () => 3)])
    expect(items).toEqual([
      { name: 'broken', outcome: 'failed', done: null, ms: expect.any(Number) },
      { name: 'test', outcome: 'done', done: 3, ms: expect.any(Number) },
    ])
  })

  test('of the same job is never beside itself', async () => {
    let [now, most, runs] = [0, 0, 0]
    const slow = job(async () => {
      most = Math.max(most, ++now)
      await new Promise((resolve) => setTimeout(resolve, 50))
      now--
      return ++runs
    })
    await Promise.all([runJob(slow), runJob(slow), runJobs([slow])])
    expect([most, runs]).toEqual([1, 1])
    await runJob(slow)
    expect(runs).toBe(2)
  })

  test('is nobody’s while another process is at it, and anybody’s afterwards', async () => {
    const elsewhere = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await elsewhere.connect()
    await elsewhere.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('job test', 0))`)
    const run = vi.fn(async () => 1)
    expect(await runJob(job(run))).toMatchObject({ outcome: 'elsewhere', done: null })
    expect(await runJob(job(async () => 2, 'another'))).toMatchObject({ outcome: 'done', done: 2 })
    expect(run).not.toHaveBeenCalled()
    // As when its process is killed.
    await elsewhere.end()
    expect(await runJob(job(run))).toMatchObject({ outcome: 'done', done: 1 })
  })

  test('is told when its time is over', async () => {
    const seen: boolean[] = []
    const slow = job(async (isOver) => {
      seen.push(isOver())
      await new Promise((resolve) => setTimeout(resolve, 60))
      seen.push(isOver())
      return 1
    })
    expect(await runJob(slow, 50)).toMatchObject({ outcome: 'done', done: 1 })
    expect(seen).toEqual([false, true])
  })

  test('that cannot have its turn because the database is away fails, and is logged', async () => {
    vi.spyOn(pg.Client.prototype, 'connect').mockRejectedValueOnce(new Error('away') as never)
    expect(await runJob(job(async () => 1))).toMatchObject({ outcome: 'failed' })
  })

  test('by several at once removes everything once', async () => {
    const me = await somebody()
    for (let n = 0; n < 6; n++) await deleteMedia(me, (await uploadMedia(me, await pictureFile(), {})).value.id)
    const files = JOBS.find(({ name }) => name === 'files of removed images')
    const done = await Promise.all(Array.from({ length: 4 }, () => files?.run(() => false)))
    expect(done.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(6)
  })
})

describe('what expires', () => {
  test('are the counts of limits whose time is over', async () => {
    const expire = (seconds: number) => BigInt(Date.now() + seconds * 1000)
    await db.rateLimit.createMany({
      data: [
        { key: 'over', expire: expire(-1) },
        { key: 'running', expire: expire(60) },
      ],
    })
    expect(await removeExpiredCounts()).toBe(1)
    expect(await db.rateLimit.findMany({ select: { key: true } })).toEqual([{ key: 'running' }])
  })

  test('is idempotency keys of more than a day ago', async () => {
    const me = await somebody()
    await createTweet(me, { content: 'Old.' }, 'old')
    await createTweet(me, { content: 'New.' }, 'new')
    await db.idempotencyKey.updateMany({ where: { key: 'old' }, data: { createdAt: ago(24 * 3600 + 1) } })
    expect(await removeExpiredKeys()).toBe(1)
    expect(await db.idempotencyKey.findMany({ where: { userId: me.id }, select: { key: true } })).toEqual([{ key: 'new' }])
  })

  test('is mailed links that are no longer good', async () => {
    const me = await somebody()
    for (const purpose of ['change', 'reset'] as const) await issueEmailToken({ userId: me.id, purpose, address: me.email })
    await settled()
    await removeExpiredEmailTokens()
    await db.emailToken.updateMany({ where: { userId: me.id, purpose: 'change' }, data: { createdAt: ago(3_601) } })
    expect(await removeExpiredEmailTokens()).toBe(1)
    const left = await db.emailToken.findMany({ where: { userId: me.id }, select: { purpose: true } })
    expect(left.map(({ purpose }) => purpose).toSorted()).toEqual(['reset', 'verify'])
  })

  test('is sessions that nobody can use any more', async () => {
    const me = await somebody()
    const [old, idle, alive] = await Promise.all(
      Array.from({ length: 3 }, async () => (await startSession(me.id, { ip: '', userAgent: '' })).sessionId),
    )
    await db.session.update({ where: { id: old as string }, data: { createdAt: ago(SESSION_MAX_SECONDS + 1) } })
    await db.session.update({ where: { id: idle as string }, data: { lastUsedAt: ago(SESSION_IDLE_SECONDS + 1) } })
    expect(await removeDeadSessions()).toBe(2)
    const left = await db.session.findMany({ where: { userId: me.id }, select: { id: true } })
    expect(left.map(({ id }) => id).toSorted()).toEqual([me.sessionId, alive as string].toSorted())
  })
})

describe('the schedule', () => {
  test('runs the jobs, each once at a time, and ends', async () => {
    settings.LINNET_JOBS = 'on'
    let [now, most, runs] = [0, 0, 0]
    const slow = job(async () => {
      most = Math.max(most, ++now)
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      now--
      return ++runs
    })
    startJobs([slow])
    startJobs([slow])
    await vi.waitUntil(() => runs === 2, { timeout: 8_000 })
    stopJobs()
    expect(most).toBe(1)
  })

  test('does nothing where LINNET_JOBS is off', async () => {
    settings.LINNET_JOBS = 'off'
    const run = vi.fn(async () => 0)
    startJobs([job(run)])
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(run).not.toHaveBeenCalled()
  })
})

describe('GET /api/cron', () => {
  test('runs every job for who knows the secret', async () => {
    settings.CRON_SECRET = SECRET
    const { status, body, headers } = await call('GET', '/api/cron', { headers: { Authorization: `Bearer ${SECRET}` } })
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body.items).toEqual(JOBS.map(({ name }) => ({ name, outcome: 'done', done: expect.any(Number), ms: expect.any(Number) })))
  })

  test('is 401 for everybody else, and runs nothing', async () => {
    const me = await somebody()
    const jobs = JOBS.map((one) => vi.spyOn(one, 'run'))
    const wrong = [undefined, '', 'Bearer', 'Bearer ', `Bearer ${SECRET}x`, `bearer ${SECRET}`, SECRET, `Bearer ${await accessTokenOf(me)}`]
    for (const secret of [SECRET, undefined]) {
      settings.CRON_SECRET = secret
      for (const Authorization of [...wrong, ...(secret ? [] : ['Bearer undefined', `Bearer ${SECRET}`])]) {
        const answer = await call('GET', '/api/cron', { ...(Authorization !== undefined && { headers: { Authorization } }), cookieOf: me })
        expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
        expect(answer.headers.get('content-type')).toBe('application/problem+json')
      }
    }
    for (const run of jobs) expect(run).not.toHaveBeenCalled()
  })
})
