import type pg from 'pg'
import { diskStorage, findFile } from '@/lib/media/storage/disk'
import { type Archive, bytesOf, checkArchive, readArchive } from '@/scripts/backup/archive'
import { connect, NO_HURRY } from '@/scripts/backup/connection'
import { emptyDatabase, loadTable, prepareTables, whatIsHere } from '@/scripts/backup/load'
import { entryOf, type Manifest, MEDIA } from '@/scripts/backup/manifest'
import { addressIn, makeDatabase } from '@/scripts/database'
import { allMigrations, checksumOf, runMigration } from '@/scripts/migration'
import { step } from '@/scripts/progress.cjs'
import { codeOf, Refusal } from '@/scripts/refusal'

export type Restored = { manifest: Manifest; migrated: string[] }

/**
 * Brings back what the archive holds and the migrations since: all of the database in one transaction, so that it is as before when
 * anything fails. Refuses an archive that is damaged or newer than this Linnet, and a database or folder of images that is not empty,
 * unless told to replace it.
 */
export async function restoreBackup(url: string, file: string, { force = false } = {}): Promise<Restored> {
  const archive = await step(`Checking ${file}`, () => checkArchive(file))
  const later = laterMigrations(archive.manifest)
  await makeDatabase(url)
  const client = await connect(url)
  try {
    if (!force) await refuseToReplace(client, url, archive)
    await step('Restoring', () => replaceAll(client, archive, later))
    await step('Gathering statistics', () => client.query('ANALYZE'))
    return { manifest: archive.manifest, migrated: later }
  } finally {
    await client.end().catch(() => {})
  }
}

/** The migrations that came after the backup. Refuses one from a newer Linnet, or from another. */
function laterMigrations({ linnet, migrations }: Manifest): string[] {
  const all = allMigrations()
  for (const { name, checksum } of migrations) {
    if (!all.includes(name))
      throw new Refusal(
        `The backup was made by Linnet ${linnet}, with the migration ${name}, which is not here. Update Linnet, then restore.`,
      )
    if (checksumOf(name) !== checksum)
      throw new Refusal(
        `The migration ${name} says something else here than where the backup was made. Restore with the Linnet that made it.`,
      )
  }
  const done = new Set(migrations.map(({ name }) => name))
  return all.filter((name) => !done.has(name))
}

async function refuseToReplace(client: pg.Client, url: string, { mediaKeys }: Archive): Promise<void> {
  const here = await whatIsHere(client)
  if (here) throw new Refusal(`The database at ${addressIn(url)} holds ${here}. To replace all of it, add --force.`)
  for await (const { key } of diskStorage().list())
    if (!mediaKeys.has(key))
      throw new Refusal(
        'The folder of images holds others than the backup. Move it away, or add --force to keep them beside those of the backup.',
      )
}

/** Files of images first: whoever sees a row finds its file. What is new of them goes again when the rows cannot come. */
async function replaceAll(client: pg.Client, archive: Archive, later: string[]): Promise<void> {
  const added: string[] = []
  await client.query('BEGIN')
  try {
    await client.query(`${NO_HURRY}; SET LOCAL lock_timeout = '10s'`)
    await emptyDatabase(client)
    const putBack = await prepareTables(client, archive.manifest)
    await loadAll(client, archive, added)
    for (const statement of putBack) await client.query(statement)
    for (const name of later) await runMigration(client, name)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    await diskStorage().remove(added)
    if (codeOf(error) === '55P03') throw new Refusal('Somebody uses the database. Stop Linnet, and restore again.')
    throw error
  }
}

async function loadAll(client: pg.Client, { file, manifest }: Archive, added: string[]): Promise<void> {
  const tables = new Map(manifest.tables.map((table) => [entryOf(table), table]))
  await readArchive(file, async (name, body) => {
    const table = tables.get(name)
    if (table) return loadTable(client, table, body)
    if (name.startsWith(MEDIA)) await putFile(name.slice(MEDIA.length), await bytesOf(body), added)
  })
}

async function putFile(key: string, bytes: Buffer, added: string[]): Promise<void> {
  if (await findFile(key)) return
  added.push(key)
  await diskStorage().put(key, bytes, 'image/webp')
}
