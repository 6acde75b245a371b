import pg from 'pg'
import { runningEmbedded, startEmbedded } from '@/scripts/postgres/embedded'
import { step } from '@/scripts/progress.cjs'
import { codeOf, Refusal } from '@/scripts/refusal'
import type { Settings } from '@/scripts/settings'

/** The connection string of the database to work with: DATABASE_URL's when it answers, else that of an embedded PostgreSQL started for this command. */
export async function openDatabase({ databaseUrl, dataDir }: Settings, command: string): Promise<string> {
  if (!databaseUrl) return step('Starting PostgreSQL', () => startEmbedded(dataDir, { command }))
  await refuseUnreachable(databaseUrl)
  return databaseUrl
}

/** As openDatabase, but shares the embedded PostgreSQL that another command runs. */
export async function shareDatabase(settings: Settings, command: string): Promise<string> {
  return (settings.databaseUrl ? null : runningEmbedded(settings.dataDir)) ?? openDatabase(settings, command)
}

/** Makes the database on its server when it is not there yet. */
export async function makeDatabase(url: string): Promise<void> {
  try {
    await ask(url, 'SELECT 1')
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error
    const server = new URL(url)
    const name = decodeURIComponent(server.pathname.slice(1))
    server.pathname = '/postgres'
    await ask(server.href, `CREATE DATABASE ${pg.escapeIdentifier(name)}`).catch((failure) => {
      // Somebody else made it just now.
      if (!['42P04', '23505'].includes(codeOf(failure))) throw failure
    })
  }
}

/** The rows that the database answers. */
export async function ask<Row extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

async function refuseUnreachable(url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new Refusal('DATABASE_URL must be a connection string such as postgres://user:password@host:5432/linnet.')
  try {
    await ask(url, 'SELECT 1')
  } catch (error) {
    // A database that is missing on a server that answers is made by the migrations.
    if (codeOf(error) === '3D000') return
    throw new Refusal(`The database at ${addressIn(url)} cannot be reached: ${reasonOf(error)}.`)
  }
}

/** The host, port and name in a connection string; never the password. */
export function addressIn(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}

function reasonOf(error: unknown): string {
  const errors = error instanceof AggregateError ? error.errors : [error]
  return errors.map((each) => (each instanceof Error ? each.message : String(each))).join(', ')
}
