import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { codeOf, Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'

const FOLDER = join(ROOT, 'prisma/migrations')

/** The number that Prisma's own command line locks too, so that it waits for us and we for it. */
export const MIGRATIONS_LOCK = 72_707_369

/** Whoever wants what a migration waits for waits behind it, and a request behind those waits 1.8 s for a connection before it fails. */
const LOCK_MS = 1_000
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
 * makes indexes concurrently cannot be so and can be repeated instead. Throws PostgreSQL's error, 55P03 when it has waited too long for a lock.
 */
export async function applyMigration(client: pg.ClientBase, name: string): Promise<void> {
  if (sqlOf(name).search(CONCURRENTLY) >= 0) return applyConcurrently(client, name)
  await beginInTurn(client)
  try {
    await client.query(
      `SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL lock_timeout = ${LOCK_MS}`,
    )
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
  await untilOurTurn(() => isOurs(client, 'pg_try_advisory_lock'))
  try {
    if (await isApplied(client, name)) return
    await client.query('SET statement_timeout = 0')
    await dropUnfinishedIndexes(client)
    for (const statement of sqlOf(name).split(';')) if (statement.trim()) await client.query(statement).catch(unlessThere)
    await note(client, name)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATIONS_LOCK]).catch(() => {})
  }
}

/** An index that is there already, and whole, was finished by a try that ended before it could say so. */
function unlessThere(error: unknown): void {
  if (codeOf(error) !== '42P07') throw error
}

/** What is left of an index whose making was interrupted, and would be in the way of making it again. */
async function dropUnfinishedIndexes(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_index JOIN pg_class ON oid = indexrelid
     WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index WHERE index_relid = indexrelid)`,
  )
  for (const { name } of rows) await client.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`)
}

/** Begins a transaction that holds the turn. While it is somebody else's there is none: an index that is made concurrently waits for all. */
function beginInTurn(client: pg.ClientBase): Promise<void> {
  return untilOurTurn(async () => {
    await client.query('BEGIN')
    const ours = await isOurs(client, 'pg_try_advisory_xact_lock')
    if (!ours) await client.query('ROLLBACK')
    return ours
  })
}

async function untilOurTurn(isOurTurn: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(100)) {
    if (await isOurTurn()) return
    if (Date.now() > until) throw new Refusal('Another command migrates or backs up this database. Try again when it is done.')
  }
}

async function isOurs(client: pg.ClientBase, lock: 'pg_try_advisory_lock' | 'pg_try_advisory_xact_lock'): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(`SELECT ${lock}($1) AS mine`, [MIGRATIONS_LOCK])
  return rows[0]?.mine === true
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
