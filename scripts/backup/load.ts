import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { setAside } from '@/scripts/backup/aside'
import type { Manifest, Table } from '@/scripts/backup/manifest'
import { copyOf } from '@/scripts/backup/snapshot'
import { runMigration } from '@/scripts/migration'
import { Refusal } from '@/scripts/refusal'

type Client = pg.ClientBase

/** What of the database would be lost, in words, or null when nothing would: nobody lives here. */
export async function whatIsHere(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
  )
  if (rows.length === 0) return null
  if (!rows.some(({ name }) => name === 'users')) return 'tables that are not Linnet’s'
  const people = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM users')
  const count = people.rows[0]?.count ?? 0
  return count > 0 ? `${count} ${count === 1 ? 'person' : 'people'} with what they wrote` : null
}

/** Takes away every table, sequence, type and function, and leaves the schema, who may use it, and extensions that are there. */
export async function emptyDatabase(client: Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    WITH ours AS (
      SELECT 1 AS place, 'pg_class'::regclass AS catalogue, oid, relnamespace AS schema,
        CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END || ' IF EXISTS ' || oid::regclass AS what
      FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm')
      UNION ALL SELECT 2, 'pg_class', oid, relnamespace, 'SEQUENCE IF EXISTS ' || oid::regclass FROM pg_class WHERE relkind = 'S'
      UNION ALL SELECT 2, 'pg_proc'::regclass, oid, pronamespace, 'ROUTINE IF EXISTS ' || oid::regprocedure FROM pg_proc
      UNION ALL SELECT 3, 'pg_ts_config'::regclass, oid, cfgnamespace, 'TEXT SEARCH CONFIGURATION IF EXISTS ' || oid::regconfig FROM pg_ts_config
      UNION ALL SELECT 4, 'pg_type'::regclass, oid, typnamespace, 'TYPE IF EXISTS ' || oid::regtype FROM pg_type WHERE typtype IN ('e', 'd')
    )
    SELECT 'DROP ' || what || ' CASCADE' AS statement FROM ours
    WHERE schema = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = ours.catalogue AND d.objid = ours.oid AND d.deptype = 'e')
    ORDER BY place`)
  for (const { statement } of rows) await client.query(statement)
}

/** Makes the tables that the rows of the backup fit to, and takes from them for now what would check and index row by row; answers what gives it back. */
export async function prepareTables(client: Client, { migrations, tables }: Manifest): Promise<string[]> {
  for (const { name } of migrations) await runMigration(client, name)
  await client.query(`TRUNCATE ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')} CASCADE`)
  return setAside(client)
}

/** Puts the rows into the table. Refuses when they are not as many as the backup says. */
export async function loadTable(client: Client, table: Table, body: Readable): Promise<void> {
  const rows = client.query(from(`${copyOf(table)} FROM STDIN`))
  await pipeline(body, createGunzip(), rows)
  if (rows.rowCount !== table.rows) throw new Refusal(`The backup says ${table.rows} rows of ${table.name}, and has ${rows.rowCount}.`)
}
