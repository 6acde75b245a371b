import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { forgetFiles } from '@/lib/media/removal'
import { storageOf, storages } from '@/lib/media/storage/storage'
import { filesOf, type MediaFile } from '@/lib/media/view'

/** A file of an image that is not in the storage, is another one there, or is in a storage that is not set up here. */
export type WrongFile = { key: string; what: 'missing' | 'changed' | 'elsewhere'; mediaId: string; ownerId: string; tweetId: string | null }

/** What differs between the storage and the rows. */
export type MediaCheck = { files: number; orphans: string[]; wrong: WrongFile[] }

type Row = { id: string; ownerId: string; tweetId: string | null; files: MediaFile[] }

const HOUR_MS = 3600 * 1000
const PAGE = 1_000

/**
 * Compares every storage with the rows: files that belong to no image for an hour and that nothing is about to remove, and images whose
 * file is missing or, where a name says what is in the file, has other bytes.
 */
export async function checkMedia(now = new Date()): Promise<MediaCheck> {
  // First what is there: an image that comes meanwhile is then in the rows, and one that goes is asked for again.
  const kept = new Map<string, Date>()
  for (const storage of storages()) for await (const { key, since } of storage.list()) kept.set(key, since)
  const [named, wrong] = [new Set<string>(), [] as WrongFile[]]
  for await (const row of rows())
    for (const file of row.files) {
      named.add(file.key)
      const what = await wrongWith(row, file, kept)
      if (what) wrong.push({ key: file.key, what, mediaId: row.id, ownerId: row.ownerId, tweetId: row.tweetId })
    }
  const due = new Set((await db.mediaRemoval.findMany({ select: { key: true } })).map(({ key }) => key))
  const old = [...kept].filter(([, since]) => since.getTime() < now.getTime() - HOUR_MS).map(([key]) => key)
  return { files: kept.size, orphans: old.filter((key) => !named.has(key) && !due.has(key)).toSorted(), wrong }
}

/** Has the storage forget these files with the next removals, unless an image has them by then; answers how many. */
export async function removeOrphans({ orphans }: Pick<MediaCheck, 'orphans'>): Promise<number> {
  const ours = orphans.filter((key) => storages().some((storage) => storage.owns(key)))
  await forgetFiles(ours.map((key) => ({ key })))
  return ours.length
}

async function wrongWith({ id }: Row, file: MediaFile, kept: Map<string, Date>): Promise<WrongFile['what'] | null> {
  if (!storages().some((storage) => storage.owns(file.key))) return 'elsewhere'
  if (!kept.has(file.key)) return (await isStillThere(id, file)) ? null : 'missing'
  const storage = storageOf(file.key)
  if (!storage.contentAddressed) return null
  const bytes = await storage.get(file).catch(() => null)
  const isSame = bytes && createHash('sha256').update(bytes).digest('hex') === file.key.split('.')[0]
  return isSame || !(await db.media.count({ where: { id } })) ? null : 'changed'
}

/** Whether the image is gone by now, or the file is there after all: it came after the list was made. */
async function isStillThere(id: string, file: MediaFile): Promise<boolean> {
  const row = await db.media.findUnique({ where: { id }, select: { files: true } })
  if (!row || !filesOf(row.files).some(({ key }) => key === file.key)) return true
  return Promise.resolve()
    .then(() => storageOf(file.key).get(file))
    .then(
      () => true,
      () => false,
    )
}

async function* rows(): AsyncGenerator<Row> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const select = { id: true, ownerId: true, tweetId: true, files: true } as const
    const page = await db.media.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: PAGE, select })
    for (const { files, ...row } of page) yield { ...row, files: filesOf(files) }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.id
  }
}
