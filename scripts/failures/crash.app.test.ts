import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ask } from '@/scripts/database'
import { type OwnApp, ownApp, tokenOf } from '@/scripts/failures/app'
import { type OwnPostgres, ownPostgres } from '@/scripts/failures/postgres'
import { type Comparison, compare, recount, startWriters, type Writers } from '@/scripts/failures/writers'
import { closeAll } from '@/scripts/lifetime'

const WRITERS = 16

let postgres: OwnPostgres
let app: OwnApp

beforeAll(async () => {
  // What is written without waiting stays in memory as long as it may: it changes nothing for what is waited for.
  postgres = await ownPostgres(['wal_writer_delay=10s', 'wal_writer_flush_after=1GB'])
  app = await ownApp(postgres.url, { RATE_LIMITS: 'off' })
}, 120_000)

afterAll(closeAll)

async function crashOfDatabase(): Promise<void> {
  await postgres.kill()
  await sleep(300)
  await postgres.start()
}

async function comparisonOf(writers: Writers, name: string): Promise<Comparison> {
  await writers.finish()
  const { tweets, likes, replayed } = writers.account
  const comparison = await compare(postgres.url, writers.account, name)
  if (process.env.DEBUG)
    process.stdout.write(`${name}: ${tweets.size} tweets, ${likes.size} likes, ${replayed} replayed, ${comparison.lost.length} lost\n`)
  return comparison
}

it('loses nothing that it acknowledged and does nothing twice when the app and the database are killed', async () => {
  const writers = await startWriters(app, WRITERS, 'kept')
  await sleep(1_500)
  await app.crash()
  await sleep(1_500)
  await crashOfDatabase()
  await sleep(1_500)
  expect(await comparisonOf(writers, 'kept')).toEqual({ lost: [], twice: [] })
  expect(writers.account.tweets.size).toBeGreaterThan(WRITERS)
  expect(writers.account.likes.size).toBeGreaterThan(WRITERS)
  expect(await recount(postgres.url)).toBe('Every counter equals a recount.')
  expect(app.child().output()).not.toContain('uncaughtException')
})

it('would notice what a database loses that does not wait for its disk, and what is done twice without a key', async () => {
  const writers = await startWriters(app, WRITERS, 'risked')
  // The app has asked at its start; nobody asks again.
  await ask(postgres.url, 'ALTER ROLE linnet SET synchronous_commit = off')
  await ask(postgres.url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'linnet'")
  await sleep(1_500)
  await crashOfDatabase()
  const token = await tokenOf(app, 'risked_twice')
  for (const content of ['Once.', 'Once.']) await app.ask('/api/tweets', { method: 'POST', token, json: { content } })
  const { lost, twice } = await comparisonOf(writers, 'risked')
  expect(lost.length).toBeGreaterThan(0)
  expect(twice).toEqual(['Once.'])
})

it('does not start on such a database, and says how to mend it', async () => {
  const said = vi.spyOn(process.stderr, 'write')
  await expect(ownApp(postgres.url)).rejects.toThrow('The app did not start.')
  expect(said.mock.calls.join()).toContain('synchronous_commit is off in the database')
})

it('starts while the database is away, and ends when it turns out to be such a one', async () => {
  await postgres.stop()
  const late = await ownApp(postgres.url)
  expect(await late.ask('/api/health')).toMatchObject({ status: 200 })
  expect(await late.ask('/api/ready')).toMatchObject({ status: 503 })
  await postgres.start()
  expect(await late.child().exited).toBe(1)
})
