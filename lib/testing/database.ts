import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

// Vitest runs this before each file of integration tests, and so before lib/db.ts asks where the database is.
process.env.DATABASE_URL = await copyOf(inject('templateUrl'))
process.env.LINNET_DATA_DIR = mkdtempSync(join(tmpdir(), 'linnet-test-'))

afterAll(async () => {
  // Asked for only now: what it imports must know where the database is.
  const { settled } = await import('@/lib/later')
  await settled()
  rmSync(process.env.LINNET_DATA_DIR ?? '', { recursive: true, force: true })
})

/** The connection string of a new database that is a copy of this one: migrated, empty, and the test file's own. */
async function copyOf(templateUrl: string): Promise<string> {
  const copy = new URL(templateUrl)
  copy.pathname = `/test_${randomUUID().replaceAll('-', '')}`
  const template = new URL(templateUrl).pathname.slice(1)
  // From another database, because a template that somebody is connected to cannot be copied.
  const elsewhere = new URL(templateUrl)
  elsewhere.pathname = '/postgres'
  const client = new pg.Client({ connectionString: elsewhere.href })
  await client.connect()
  await client.query(`CREATE DATABASE ${pg.escapeIdentifier(copy.pathname.slice(1))} TEMPLATE ${pg.escapeIdentifier(template)}`)
  await client.end()
  return copy.href
}
