import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { pool } from '@/lib/db'
import { env } from '@/lib/env'
import { isRead, openReplicas } from '@/lib/replicas'
import { requestContext } from '@/lib/request'

// With a real replica: scripts/failures/scaling.app.test.ts.

const context = (settled?: boolean) => ({ requestId: 'one', address: '', counted: [], ...(settled !== undefined && { settled }) })

it.each([
  ['SELECT "public"."users"."id" FROM "public"."users" WHERE "updated_at" > $1', true],
  ['\n  WITH some AS (SELECT 1) SELECT * FROM some', true],
  ['EXPLAIN (FORMAT JSON) SELECT 1', true],
  ['INSERT INTO "public"."likes" VALUES ($1) RETURNING id', false],
  ['WITH gone AS (DELETE FROM likes RETURNING id) SELECT count(*) FROM gone', false],
  ['SELECT id FROM sessions FOR NO KEY UPDATE', false],
  ['SELECT id FROM users FOR SHARE', false],
  ["SELECT nextval('writes')", false],
  ["SELECT set_config('a.b', 'c', true)", false],
  ['SELECT pg_try_advisory_xact_lock(1)', false],
  ['SELECT pg_current_xact_id()::text', false],
  ['SELECT pg_snapshot_xmin(pg_current_snapshot())', false],
  ['BEGIN', false],
])('%s is a read: %s', (text, reads) => {
  expect(isRead(text)).toBe(reads)
  expect(isRead({ text })).toBe(reads)
})

it('uses nothing that is no replica or does not answer, and asks the primary instead', async () => {
  const none = 'postgres://nobody@127.0.0.1:1/nothing'
  const replicas = openReplicas(pool, env.DATABASE_URL, [env.DATABASE_URL, none])
  expect(replicas.count()).toEqual({ used: 0, all: 2 })
  await sleep(600)
  expect(replicas.count()).toEqual({ used: 0, all: 2 })
  const { rows } = await requestContext.run(context(true), () => replicas.pool.query('SELECT 1 AS one'))
  expect(rows).toEqual([{ one: 1 }])
  await replicas.close()
})

it('has a request that writes read everything from the primary from then on', async () => {
  const replicas = openReplicas(pool, env.DATABASE_URL, [])
  for (const write of ['CREATE TEMPORARY TABLE notes (id int)', "SELECT set_config('a.b', 'c', true)"]) {
    const writer = context(true)
    await requestContext.run(writer, () => replicas.pool.query(write))
    expect(writer.settled).toBe(false)
  }
  const transacting = context(true)
  ;(await requestContext.run(transacting, () => replicas.pool.connect())).release()
  expect(transacting.settled).toBe(false)
  const reader = context(true)
  await requestContext.run(reader, () => replicas.pool.query('SELECT 1'))
  expect(reader.settled).toBe(true)
  await replicas.close()
})
