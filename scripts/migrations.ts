import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run, tail } from '@/scripts/children'
import { ask } from '@/scripts/database'
import { step } from '@/scripts/progress.cjs'
import { codeOf, Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'

const FOLDER = join(ROOT, 'prisma/migrations')

/** Prisma's own command line. */
export const PRISMA = join(ROOT, 'node_modules/prisma/build/index.js')

/** Brings the database to the newest migration; asks Prisma, which takes seconds to start, only when there is one to apply. */
export async function migrate(url: string): Promise<void> {
  const pending = await pendingMigrations(url)
  if (pending.length === 0) return
  await step(`Applying ${pending.length} migration${pending.length === 1 ? '' : 's'}`, async () => {
    const { code, output } = await prisma(['migrate', 'deploy'], url)
    if (code !== 0) throw new Refusal(`The migrations could not be applied. Prisma said:\n${tail(output)}`)
  })
}

/** The names of the migrations that the database has not finished, oldest first. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const applied = await appliedMigrations(url)
  return readdirSync(FOLDER)
    .filter((name) => existsSync(join(FOLDER, name, 'migration.sql')) && !applied.has(name))
    .sort()
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
