import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'

const FOLDER = join(ROOT, 'prisma/migrations')

/** The number that Prisma's own command line locks too, so that it waits for us and we for it. */
export const MIGRATIONS_LOCK = 72_707_369

const PATIENCE_MS = 120_000
const CONCURRENTLY = /\s+CONCURRENTLY\b/gi

/** Prisma's own table, as Prisma makes it. */
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/**
 * Applies this migration, unless somebody else has by then, and notes it as Prisma does: all of it or nothing, however it ends. One that
 * makes indexes concurrently cannot be so and can be repeated instead. Throws PostgreSQL's error, 55P03 after two seconds without a lock.
 */
export async function applyMigration(client: pg.ClientBase, name: string): Promise<void> {
  if (sqlOf(name).search(CONCURRENTLY) >= 0) return applyConcurrently(client, name)
  await client.query('BEGIN')
  try {
    await client.query('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0')
    await takeTurn(client, 'pg_try_advisory_xact_lock')
    await client.query(`SET LOCAL lock_timeout = '2s'`)
    if (!(await isApplied(client, name))) await runMigration(client, name)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

/** Does what the migration says within the client's transaction, and notes it. What another tool began and did not finish counts as undone. */
export async function runMigration(client: pg.ClientBase, name: string): Promise<void> {
  await client.query(TABLE)
  await client.query(sqlOf(name).replace(CONCURRENTLY, ''))
  await note(client, name)
}

/** The names of all migrations, oldest first. */
export function allMigrations(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => existsSync(join(FOLDER, name, 'migration.sql')))
    .sort()
}

/** What Prisma knows a migration's text by. */
export function checksumOf(name: string): string {
  return createHash('sha256').update(sqlOf(name)).digest('hex')
}

function sqlOf(name: string): string {
  return readFileSync(join(FOLDER, name, 'migration.sql'), 'utf8')
}

/** One statement after the other, outside a transaction: such an index waits for every transaction, and they do not wait for it. */
async function applyConcurrently(client: pg.ClientBase, name: string): Promise<void> {
  await takeTurn(client, 'pg_try_advisory_lock')
  try {
    if (await isApplied(client, name)) return
    await client.query('SET statement_timeout = 0')
    for (const statement of sqlOf(name).split(';')) if (statement.trim()) await client.query(statement)
    await note(client, name)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATIONS_LOCK]).catch(() => {})
  }
}

/** Asks again and again rather than waiting in PostgreSQL: an index that is made concurrently would wait for who waits. */
async function takeTurn(client: pg.ClientBase, lock: 'pg_try_advisory_lock' | 'pg_try_advisory_xact_lock'): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(100)) {
    const { rows } = await client.query<{ mine: boolean }>(`SELECT ${lock}($1) AS mine`, [MIGRATIONS_LOCK])
    if (rows[0]?.mine) return
    if (Date.now() > until) throw new Refusal('Another command migrates or backs up this database. Try again when it is done.')
  }
}

async function isApplied(client: pg.ClientBase, name: string): Promise<boolean> {
  await client.query(TABLE)
  const { rowCount } = await client.query(
    'SELECT FROM _prisma_migrations WHERE migration_name = $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL',
    [name],
  )
  return rowCount !== 0
}

async function note(client: pg.ClientBase, name: string): Promise<void> {
  await client.query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = $1 AND rolled_back_at IS NULL', [name])
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksumOf(name), name],
  )
}
