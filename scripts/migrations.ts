import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { run } from '@/scripts/children'
import { ask, makeDatabase } from '@/scripts/database'
import { allMigrations, applyMigration } from '@/scripts/migration'
import { step } from '@/scripts/progress.cjs'
import { codeOf, Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'

/** Prisma's own command line. */
export const PRISMA = join(ROOT, 'node_modules/prisma/build/index.js')

/** How long a migration is tried again while others hold what it needs, and how long it leaves them in peace between two tries. */
const PATIENCE_MS = 120_000
const PAUSE_MS = 500

/**
 * Brings the database, which is made when it is missing, to the newest migration. Of several commands at once one does it and the others
 * wait. A migration never waits long for a lock, since everybody else would wait behind it: it is tried again instead.
 */
export async function migrate(url: string): Promise<void> {
  const pending = await pendingMigrations(url)
  if (pending.length === 0) return
  await step(`Applying ${pending.length} migration${pending.length === 1 ? '' : 's'}`, async () => {
    await makeDatabase(url)
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'linnet migrations' })
    client.on('error', () => {})
    await client.connect()
    try {
      for (const name of pending) await insist(client, name)
    } finally {
      await client.end().catch(() => {})
    }
  })
}

async function insist(client: pg.Client, name: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(PAUSE_MS)) {
    try {
      return await applyMigration(client, name)
    } catch (error) {
      if (error instanceof Refusal) throw error
      const isLocked = codeOf(error) === LOCK_NOT_AVAILABLE
      if (isLocked && Date.now() < until) continue
      const why = isLocked ? 'something else holds what it needs' : (error as Error).message
      throw new Refusal(`The migration ${name} could not be applied, and nothing of it was: ${why}.`)
    }
  }
}

const LOCK_NOT_AVAILABLE = '55P03'

/** The names of the migrations that the database has not finished, oldest first. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const applied = await appliedMigrations(url)
  return allMigrations().filter((name) => !applied.has(name))
}

/** Runs Prisma's command line on this database. */
export function prisma(
  args: string[],
  url: string,
  options: { interactive?: boolean; show?: boolean } = {},
): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATABASE_URL: url, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }
  return run(PRISMA, args, { env, ...options })
}

async function appliedMigrations(url: string): Promise<Set<string>> {
  try {
    const rows = await ask<{ migration_name: string }>(
      url,
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    return new Set(rows.map((row) => row.migration_name))
  } catch (error) {
    // No such table, no such database: nothing is applied yet.
    if (['42P01', '3D000'].includes(codeOf(error))) return new Set()
    throw error
  }
}
