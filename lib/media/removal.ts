import { type Db, db, transaction } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { log } from '@/lib/log'
import { storageOf } from '@/lib/media/storage/storage'
import { filesOf, type MediaFile } from '@/lib/media/view'

const DAY_MS = 24 * 3600 * 1000
const BATCH = 100
/** After a failure the next try waits a minute, then twice as long each time, at most a day. */
const FIRST_WAIT_SECONDS = 60
const FAILURES = 3

/** The lock by which a backup says that the files of the images it sees are still to be copied. */
export const FILES_STAY = 'media files stay'

/** Deletes images, and has the storage forget their files once the transaction is committed. */
export async function forgetMedia(tx: Db, where: Prisma.MediaWhereInput): Promise<void> {
  const rows = await tx.media.findMany({ where, select: { id: true, files: true } })
  if (rows.length === 0) return
  await tx.media.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  await queue(
    tx,
    rows.flatMap(({ files }) => filesOf(files)),
  )
}

/** Has the storage forget files that came to belong to nothing, from then on. Never throws: what cannot be noted is found by `npm run media:check`. */
export async function forgetFiles(files: Pick<MediaFile, 'key'>[], client: Db = db, dueAt = new Date()): Promise<void> {
  await queue(client, files, dueAt).catch((error) =>
    log.error({ err: error, keys: files.map(({ key }) => key) }, 'files are left in the storage'),
  )
}

/** Holds these names until the transaction ends: of a file that is put and one that is removed, one waits for the other. */
export async function lockKeys(tx: Db, keys: string[]): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(key, 0))::text FROM unnest(${keys.toSorted()}::text[]) AS key`
}

/** Deletes the images that nobody attached within 24 hours; answers how many. */
export async function removeUnattached(now = new Date(), isOver: () => boolean = () => false): Promise<number> {
  for (let removed = 0; ; ) {
    const count = await removeSomeUnattached(now)
    removed += count
    if (count < BATCH || isOver()) return removed
  }
}

function removeSomeUnattached(now: Date): Promise<number> {
  return transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT m.id FROM media m WHERE m.tweet_id IS NULL AND m.created_at < ${new Date(now.getTime() - DAY_MS)}
        AND NOT EXISTS (SELECT 1 FROM users u WHERE u.id = m.owner_id AND m.id IN (u.avatar_id, u.banner_id))
      ORDER BY m.id LIMIT ${BATCH} FOR UPDATE OF m SKIP LOCKED`
    await forgetMedia(tx, { id: { in: rows.map(({ id }) => id) } })
    return rows.length
  })
}

/**
 * Has the storage forget what is due, each file once however many processes do this; answers how many. What fails is tried again later,
 * and after a few failures so is the rest: the storage is down.
 */
export async function removeFiles(now = new Date(), isOver: () => boolean = () => false): Promise<number> {
  let [removed, failed] = [0, 0]
  while (failed < FAILURES && !isOver()) {
    const outcome = await transaction((tx) => removeNext(tx, now), { timeout: 30_000 })
    if (outcome === 'none') break
    if (outcome === 'removed') removed++
    if (outcome === 'failed') failed++
  }
  return removed
}

/** Takes the next file that is due, `none` also while a backup copies files; `in use` when an image has it again. */
async function removeNext(tx: Db, now: Date): Promise<'none' | 'removed' | 'in use' | 'failed'> {
  const [turn] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock_shared(hashtextextended(${FILES_STAY}, 0)) AS mine`
  if (!turn?.mine) return 'none'
  const [due] = await tx.$queryRaw<{ key: string; attempts: number }[]>`
    SELECT key, attempts FROM media_removals WHERE due_at <= ${now} ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`
  if (!due) return 'none'
  await lockKeys(tx, [due.key])
  const [used] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM media WHERE files @> ${JSON.stringify([{ key: due.key }])}::jsonb LIMIT 1`
  try {
    if (!used) await storageOf(due.key).remove([due.key])
  } catch (error) {
    await postpone(tx, due, now, error)
    return 'failed'
  }
  await tx.mediaRemoval.delete({ where: { key: due.key } })
  return used ? 'in use' : 'removed'
}

async function postpone(tx: Db, { key, attempts }: { key: string; attempts: number }, now: Date, error: unknown): Promise<void> {
  const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** attempts * 1000, DAY_MS)
  log.warn({ err: error, key, attempts }, 'a file could not be removed and is tried again')
  await tx.mediaRemoval.update({ where: { key }, data: { attempts: { increment: 1 }, dueAt: new Date(now.getTime() + wait) } })
}

/** Waits for a removal of the same name that is under way, which may have found it in use still. */
async function queue(client: Db, files: Pick<MediaFile, 'key'>[], dueAt = new Date()): Promise<void> {
  const keys = files.map(({ key }) => key)
  await client.$executeRaw`
    INSERT INTO media_removals (key, due_at) SELECT DISTINCT key, ${dueAt}::timestamptz FROM unnest(${keys}::text[]) AS key ORDER BY key
    ON CONFLICT (key) DO UPDATE SET due_at = LEAST(media_removals.due_at, excluded.due_at)`
}
