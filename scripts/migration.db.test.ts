import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { COUNTERS } from '@/lib/counters/queries'
import { makePool, WAITS } from '@/lib/pool'
import { connect } from '@/scripts/backup/connection'
import { ask } from '@/scripts/database'
import { applyMigration } from '@/scripts/migration'
import { pendingMigrations, prisma } from '@/scripts/migrations'
import { ROOT } from '@/scripts/settings'
import { makePrevious, type Requests, SINCE, startRequests } from '@/scripts/testing/previous-release'

const own = process.env.DATABASE_URL ?? ''
const url = Object.assign(new URL(own), { pathname: `${new URL(own).pathname}_previous` }).href

let pool: Pool
let requests: Requests

beforeAll(async () => {
  await makePrevious(url)
  // Not as many as there are writers: they wait for connections too, as requests do.
  pool = makePool(url, { max: 6, application_name: 'writers' })
  requests = await startRequests(pool, 8)
}, 120_000)

afterAll(async () => {
  await requests.stop()
  await pool.end()
})

/** Runs the command that applies migrations, as a deploy does. */
function migrating() {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/db.ts'), 'migrate'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += data
    })
  return { child, ended: once(child, 'close').then(([code]) => ({ code, said })) }
}

const ofMigrations = `FROM pg_stat_activity WHERE application_name = 'linnet migrations' AND datname = current_database()`

/** Holds tweets as a slow request does, so that a migration waits in its middle. */
async function slowRequest() {
  const client = await connect(url)
  await client.query('BEGIN; LOCK TABLE tweets IN ROW EXCLUSIVE MODE')
  return client
}

/** Resolves when a migration has begun and waits for the slow request. */
async function untilItWaits(): Promise<void> {
  const waiting = () => ask(url, `SELECT ${ofMigrations} AND wait_event_type = 'Lock'`)
  await vi.waitFor(async () => expect(await waiting()).toHaveLength(1), { timeout: 20_000, interval: 50 })
}

async function moreRequests(): Promise<void> {
  const before = requests.done
  await vi.waitFor(() => expect(requests.done).toBeGreaterThan(before + 100), { timeout: 20_000 })
}

/** All that a schema is, also what Prisma does not look at. */
function schemaOf(database: string) {
  return ask<{ what: string }>(
    database,
    `SELECT indexdef AS what FROM pg_indexes WHERE schemaname = 'public'
     UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
     UNION ALL SELECT concat_ws(' ', table_name, column_name, udt_name, is_nullable, column_default, generation_expression)
       FROM information_schema.columns WHERE table_schema = 'public'
     UNION ALL SELECT indexrelid::regclass || ' is not valid' FROM pg_index WHERE NOT indisvalid
     ORDER BY what`,
  )
}

it('leaves nothing of a migration that is killed half way', async () => {
  await moreRequests()
  const slow = await slowRequest()
  const { child, ended } = migrating()
  await untilItWaits()
  child.kill('SIGKILL')
  await slow.end()
  await ended
  await vi.waitFor(async () => expect(await ask(url, `SELECT ${ofMigrations}`)).toEqual([]), { timeout: 20_000 })
  expect(await pendingMigrations(url)).toEqual(SINCE)
  expect(await ask(url, `SELECT FROM information_schema.columns WHERE column_name = 'suspended_at'`)).toEqual([])
})

it('finishes when it is run again, also while a request holds what it needs for seconds', async () => {
  // As Prisma's own command leaves it when it is killed, and then refuses to go on.
  const left = 'INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES (gen_random_uuid()::text, $1, $2)'
  await ask(url, left, ['', SINCE[0]])
  const slow = await slowRequest()
  const { ended } = migrating()
  await untilItWaits()
  // Longer than a migration may wait, and anybody else.
  await new Promise((resolve) => setTimeout(resolve, 4_500))
  await slow.end()
  expect(await ended).toMatchObject({ code: 0 })
  expect(await pendingMigrations(url)).toEqual([])
})

it('changes nothing when it is run once more', async () => {
  const before = await ask(url, 'SELECT * FROM _prisma_migrations ORDER BY id')
  const schema = await schemaOf(url)
  expect(await migrating().ended).toEqual({ code: 0, said: 'Every migration is applied already.\n' })
  expect(await ask(url, 'SELECT * FROM _prisma_migrations ORDER BY id')).toEqual(before)
  expect(await schemaOf(url)).toEqual(schema)
})

it('fails no request meanwhile, and none of the previous release afterwards', async () => {
  await moreRequests()
  await requests.stop()
  const { done, failed, slowestMs } = requests
  if (process.env.DEBUG) process.stdout.write(`${done} requests, ${failed.length} failed, the slowest took ${slowestMs} ms\n`)
  expect(failed).toEqual([])
  expect(slowestMs).toBeLessThan(WAITS.transaction)
  for (const [table, column, count] of COUNTERS)
    expect(await ask(url, `SELECT x.id, '${table}.${column}' FROM ${table} x WHERE x.${column} <> (${count})`)).toEqual([])
})

describe('an index that is made concurrently', () => {
  const name = '20261123140000_tombstones'
  const forget = () => ask(url, 'DELETE FROM _prisma_migrations WHERE migration_name = $1', [name])
  const indexes = () => ask(url, `SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass('tweets_deleted_idx')`)

  async function apply(): Promise<void> {
    const client = await connect(url)
    await applyMigration(client, name).finally(() => client.end().catch(() => {}))
  }

  it('is made anew when it was left half made', async () => {
    await forget()
    await ask(url, 'DROP INDEX tweets_deleted_idx')
    const slow = await slowRequest()
    const outcome = apply().catch((error: Error) => error.message)
    const waiting = `FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%CREATE INDEX CONCURRENTLY%'`
    await vi.waitFor(async () => expect(await ask(url, `SELECT pg_terminate_backend(pid) ${waiting}`)).toHaveLength(1))
    expect(await outcome).toContain('terminating connection')
    await slow.end()
    expect(await indexes()).toEqual([{ valid: false }])
    await apply()
    expect(await indexes()).toEqual([{ valid: true }])
    expect(await pendingMigrations(url)).toEqual([])
  })

  it('is kept when it was made, and only that was not noted', async () => {
    await forget()
    await apply()
    expect(await indexes()).toEqual([{ valid: true }])
    expect(await pendingMigrations(url)).toEqual([])
  })
})

it('makes of the previous release what an empty database becomes, and what the Prisma schema says', async () => {
  expect(await schemaOf(url)).toEqual(await schemaOf(own))
  const args = ['migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema.prisma', '--exit-code']
  const { code, output } = await prisma(args, url)
  expect(code, output).toBe(0)
})
