import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { afterAll, expect, it } from 'vitest'
import { db, isUnavailable, pool, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { makePool, WAITS } from '@/lib/pool'

const pools: Pool[] = []

afterAll(() => Promise.all(pools.map((each) => each.end())))

/** A pool on the test's database, whose connection string says more. */
function poolWith(parameters: string, more = {}): Pool {
  const made = makePool(`${env.DATABASE_URL}${parameters}`, more)
  pools.push(made)
  return made
}

/** What the work throws, and after how many milliseconds. */
async function failure(work: () => Promise<unknown>): Promise<{ error: unknown; ms: number }> {
  const start = performance.now()
  const error = await work().then(
    () => null,
    (thrown) => thrown,
  )
  return { error, ms: performance.now() - start }
}

const SETTINGS = `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
  current_setting('idle_in_transaction_session_timeout') AS idle`

it.concurrent('every connection ends what takes too long', async () => {
  expect((await pool.query(SETTINGS)).rows).toEqual([{ statement: '4s', lock: '3s', idle: '6s' }])
  expect(await db.$queryRawUnsafe(SETTINGS)).toEqual([{ statement: '4s', lock: '3s', idle: '6s' }])
})

it.concurrent('a long statement makes the database unavailable to whoever asked, and to nobody else', { timeout: 60_000 }, async () => {
  const slow = failure(() => db.$queryRaw`SELECT pg_sleep(20)::text`)
  const slowInTransaction = failure(() => transaction((tx) => tx.$queryRaw`SELECT pg_sleep(20)::text`))
  const patient = transaction((tx) => tx.$queryRaw`SELECT 'done' AS what, pg_sleep(${WAITS.answer / 1000 + 0.5})::text`, {
    timeout: 20_000,
  })
  await db.$queryRaw`SELECT 1`
  for (const { error, ms } of [await slow, await slowInTransaction]) {
    expect(isUnavailable(error)).toBe(true)
    expect(ms).toBeLessThan(15_000)
  }
  expect(await patient).toMatchObject([{ what: 'done' }])
  expect((await pool.query(SETTINGS)).rows).toMatchObject([{ statement: '4s' }])
})

it.concurrent('a long transaction may wait as long for a lock and between its statements', async () => {
  expect(await transaction((tx) => tx.$queryRawUnsafe(SETTINGS), { timeout: 60_000 })).toEqual([
    { statement: '1min', lock: '1min', idle: '1min' },
  ])
})

it.concurrent('who finds the pool empty is told so soon, and finds it again later', async () => {
  const small = poolWith('', { max: 1 })
  const held = await small.connect()
  const crowd = await Promise.all(Array.from({ length: 20 }, () => failure(() => small.query('SELECT 1'))))
  for (const { error, ms } of crowd) {
    expect(isUnavailable(error)).toBe(true)
    expect(ms).toBeLessThan(10_000)
  }
  expect(small.waitingCount).toBe(0)
  held.release()
  expect((await small.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

it.concurrent('a connection that gives no answer is thrown away, with what waits behind it', async () => {
  const one = poolWith('?pgbouncer=true', { max: 1 })
  const client = await one.connect()
  const silent = failure(() => client.query('SELECT pg_sleep(30)'))
  const behind = failure(() => client.query('ROLLBACK'))
  for (const { error, ms } of [await silent, await behind]) {
    expect(isUnavailable(error)).toBe(true)
    expect(ms).toBeLessThan(15_000)
  }
  client.release()
  expect((await one.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

it.concurrent('a connection that is used again and again is not thrown away', async () => {
  const one = poolWith('', { max: 1 })
  const pid = async (client: Pool | PoolClient) => (await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid
  const first = await pid(one)
  for (const until = Date.now() + WAITS.answer + 1_000; Date.now() < until; await sleep(500)) expect(await pid(one)).toBe(first)
})
