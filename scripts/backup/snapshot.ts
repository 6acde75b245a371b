import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { FILES_STAY } from '@/lib/media/removal'
import { connect, NO_HURRY } from '@/scripts/backup/connection'
import type { Manifest, Table } from '@/scripts/backup/manifest'
import { MIGRATIONS_LOCK } from '@/scripts/migration'
import { codeOf, Refusal } from '@/scripts/refusal'

/** Until the connection ends, no migration begins and no file of an image is removed. Call before the snapshot is taken. */
export async function holdStill(url: string): Promise<pg.Client> {
  const holder = await connect(url)
  await holder.query('BEGIN')
  await holder.query(`${NO_HURRY}; SET LOCAL lock_timeout = '60s'`)
  const { rows } = await holder.query('SELECT pg_try_advisory_xact_lock_shared($1) AS held', [MIGRATIONS_LOCK])
  if (!rows[0].held) throw new Refusal('A migration is being applied. Back up when it is done.')
  await holder.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [FILES_STAY])
  return holder
}

/** Begins to see the database as it is now, until the connection ends. */
export async function beginSnapshot(client: pg.Client): Promise<Pick<Manifest, 'migrations' | 'postgres'>> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  await client.query(NO_HURRY)
  const { rows: migrations } = await client
    .query<Manifest['migrations'][number]>(
      `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
    )
    .catch((error) => {
      if (codeOf(error) === '42P01') throw new Refusal('There is no Linnet in this database.')
      throw error
    })
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
  return { migrations, postgres: rows[0]?.server_version ?? '' }
}

/** Kept home timelines, which are made anew when somebody reads theirs. */
const MADE_ANEW = ['home_timelines', 'home_entries']

/** Writes the rows of every table into files in this folder; what a crash may forget and what is made anew are left out. */
export async function copyTables(client: pg.Client, folder: string): Promise<{ table: Table; path: string }[]> {
  const { rows } = await client.query<Pick<Table, 'name' | 'columns'>>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p' AND c.relname <> '_prisma_migrations'
       AND c.relname <> ALL ($1) AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`,
    [MADE_ANEW],
  )
  const copies: { table: Table; path: string }[] = []
  for (const table of rows) {
    const path = join(folder, `${table.name}.copy.gz`)
    copies.push({ table: { ...table, ...(await copyTable(client, table, path)) }, path })
  }
  return copies
}

/** The keys of every file that an image has. */
export async function mediaKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(
    `SELECT DISTINCT file ->> 'key' AS key FROM media, jsonb_array_elements(files) AS file ORDER BY key`,
  )
  return rows.map(({ key }) => key)
}

/** A table and its columns as COPY names them. */
export function copyOf({ name, columns }: Pick<Table, 'name' | 'columns'>): string {
  return `COPY ${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(', ')})`
}

async function copyTable(client: pg.Client, table: Pick<Table, 'name' | 'columns'>, path: string) {
  const rows = client.query(to(`${copyOf(table)} TO STDOUT`))
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(
    rows,
    createGzip(),
    async function* (chunks) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
        yield chunk
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
  )
  return { rows: rows.rowCount, bytes, sha256: hash.digest('hex') }
}
