import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ask } from '@/scripts/database'
import { migrate, pendingMigrations, prisma } from '@/scripts/migrations'
import { ROOT } from '@/scripts/settings'

const migrations = readdirSync(join(ROOT, 'prisma/migrations')).filter((name) => name !== 'migration_lock.toml')

/** The connection string of a database that does not exist yet, beside the test's own. */
function missing(name: string): string {
  const url = new URL(process.env.DATABASE_URL ?? '')
  url.pathname = `${url.pathname}_${name}`
  return url.href
}

it('migrates an empty database', async () => {
  const url = missing('deployed')
  expect(await pendingMigrations(url)).toEqual(migrations)
  await ask(process.env.DATABASE_URL ?? '', `CREATE DATABASE "${new URL(url).pathname.slice(1)}"`)
  const { code, output } = await prisma(['migrate', 'deploy'], url)
  expect(code, output).toBe(0)
  expect(await pendingMigrations(url)).toEqual([])
})

it('takes what our own command has applied, once, for its own', async () => {
  const url = missing('ours')
  await Promise.all([migrate(url), migrate(url)])
  expect(await ask(url, 'SELECT count(*)::int FROM _prisma_migrations')).toEqual([{ count: migrations.length }])
  const { code, output } = await prisma(['migrate', 'status'], url)
  expect(code, output).toBe(0)
  expect(output).toContain('Database schema is up to date!')
})

it('makes the database when there is none', async () => {
  const url = missing('made')
  const { code, output } = await prisma(['migrate', 'deploy'], url)
  expect(code, output).toBe(0)
  expect(await ask(url, 'SELECT count(*)::int FROM users')).toEqual([{ count: 0 }])
})

it('finds the migrations and the schema in agreement', async () => {
  const args = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma', '--exit-code']
  const { code, output } = await prisma(args, process.env.DATABASE_URL ?? '')
  expect(code, output).toBe(0)
})

it('reports a database that cannot be reached as Prisma does', async () => {
  const { code, output } = await prisma(['migrate', 'deploy'], 'postgresql://nobody:nothing@127.0.0.1:1/none')
  expect(code).toBe(1)
  expect(output).toContain('P1001')
})
