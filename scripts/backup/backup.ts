import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type pg from 'pg'
import { diskStorage, findFile } from '@/lib/media/storage/disk'
import packageJson from '@/package.json' with { type: 'json' }
import { type Source, writeArchive } from '@/scripts/backup/archive'
import { connect } from '@/scripts/backup/connection'
import { entryOf, FORMAT, type Manifest, MEDIA } from '@/scripts/backup/manifest'
import { beginSnapshot, copyTables, holdStill, mediaKeys } from '@/scripts/backup/snapshot'
import { atEnd } from '@/scripts/lifetime'
import { step } from '@/scripts/progress.cjs'
import { Refusal } from '@/scripts/refusal'

export type Backup = { file: string; size: number; manifest: Manifest }

/**
 * Writes one archive of all rows as they were at one moment, and of the files that their images have on this disk, while everybody goes on.
 * Whole or not at all. Refuses a file that is there, unless told to replace it.
 */
export async function makeBackup(url: string, file: string, { force = false } = {}): Promise<Backup> {
  if (existsSync(file) && !force) throw new Refusal(`${file} is there already. Name another file, or add --force to replace it.`)
  const drafts = draftFolder(file)
  const forget = atEnd(drafts.remove, drafts.remove)
  const clients: pg.Client[] = []
  try {
    clients.push(await holdStill(url))
    const client = await connect(url)
    clients.push(client)
    return await archive(client, file, drafts.folder)
  } finally {
    for (const client of clients) await client.end().catch(() => {})
    drafts.remove()
    forget()
  }
}

async function archive(client: pg.Client, file: string, folder: string): Promise<Backup> {
  const known = await beginSnapshot(client)
  const madeAt = new Date().toISOString()
  const copies = await step('Copying the tables', () => copyTables(client, folder))
  const { media, sources } = await step('Reading the files of images', async () => filesOf(await mediaKeys(client)))
  const tables = copies.map(({ table }) => table)
  const manifest: Manifest = { format: FORMAT, linnet: packageJson.version, madeAt, ...known, tables, media }
  const all = [...copies.map(({ table, path }) => ({ name: entryOf(table), path })), ...sources]
  const size = await step(`Writing ${file}`, () => writeArchive(file, join(folder, basename(file)), manifest, all))
  return { file, size, manifest }
}

/** The files of these names that are here and are what their names say. */
async function filesOf(keys: string[]): Promise<{ media: Manifest['media']; sources: Source[] }> {
  const disk = diskStorage()
  const ours = keys.filter((key) => disk.owns(key))
  const [sources, missing] = [[] as Source[], [] as string[]]
  let bytes = 0
  for (const key of ours) {
    const found = await findFile(key)
    const content = found && (await readFile(found.path))
    const isWhole = content && createHash('sha256').update(content).digest('hex') === key.split('.')[0]
    if (!found || !isWhole) missing.push(key)
    else {
      sources.push({ name: MEDIA + key, path: found.path })
      bytes += found.size
    }
  }
  return { media: { files: sources.length, bytes, elsewhere: keys.length - ours.length, missing }, sources }
}

/** Beside the file, so that what is in it can be renamed to the file. */
function draftFolder(file: string): { folder: string; remove: () => void } {
  mkdirSync(dirname(file), { recursive: true })
  const folder = mkdtempSync(`${file}.unfinished-`)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
