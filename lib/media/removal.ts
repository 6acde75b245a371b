import { type Db, db, transaction } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { log } from '@/lib/log'
import { storage } from '@/lib/media/storage/storage'
import { filesOf, type MediaFile } from '@/lib/media/view'

const DAY_MS = 24 * 3600 * 1000
const BATCH = 100
/** After a failure the next try waits a minute, then twice as long each time, at most a day. */
const FIRST_WAIT_SECONDS = 60

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

/** Has the storage forget files that came to belong to nothing. Never throws: what cannot be noted is found by `npm run media:check`. */
export async function forgetFiles(files: MediaFile[], client: Db = db): Promise<void> {
  await queue(client, files).catch((error) => log.error({ err: error, keys: files.map(({ key }) => key) }, 'files are left in the storage'))
}

/** Holds these names until the transaction ends: of a file that is put and one that is removed, one waits for the other. */
export async function lockKeys(tx: Db, keys: string[]): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(key, 0))::text FROM unnest(${keys.toSorted()}::text[]) AS key`
}

/** Deletes the images that nobody attached within 24 hours; answers how many. */
export async function removeUnattached(now = new Date()): Promise<number> {
  return transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT m.id FROM media m WHERE m.tweet_id IS NULL AND m.created_at < ${new Date(now.getTime() - DAY_MS)}
        AND NOT EXISTS (SELECT 1 FROM users u WHERE u.id = m.owner_id AND m.id IN (u.avatar_id, u.banner_id))
      ORDER BY m.id LIMIT ${BATCH} FOR UPDATE OF m SKIP LOCKED`
    await forgetMedia(tx, { id: { in: rows.map(({ id }) => id) } })
    return rows.length
  })
}

/** Has the storage forget what is due, each file once however many processes do this; answers how many. What fails is tried again later. */
export async function removeFiles(now = new Date()): Promise<number> {
  let removed = 0
  for (let tries = 0; tries < BATCH; tries++) {
    const done = await transaction((tx) => removeNext(tx, now), { timeout: 30_000 })
    if (done === null) break
    if (done) removed++
  }
  return removed
}

/** True when a file was removed, false when it could not be or is in use again, null when none is due. */
async function removeNext(tx: Db, now: Date): Promise<boolean | null> {
  const [due] = await tx.$queryRaw<{ key: string; attempts: number }[]>`
    SELECT key, attempts FROM media_removals WHERE due_at <= ${now} ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`
  if (!due) return null
  const { key, attempts } = due
  await lockKeys(tx, [key])
  const [used] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM media WHERE files @> ${JSON.stringify([{ key }])}::jsonb LIMIT 1`
  try {
    if (!used) await storage().remove([key])
    await tx.mediaRemoval.delete({ where: { key } })
    return !used
  } catch (error) {
    const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** attempts * 1000, DAY_MS)
    log.warn({ err: error, key, attempts }, 'a file could not be removed and is tried again')
    await tx.mediaRemoval.update({ where: { key }, data: { attempts: { increment: 1 }, dueAt: new Date(now.getTime() + wait) } })
    return false
  }
}

async function queue(client: Db, files: MediaFile[]): Promise<void> {
  await client.mediaRemoval.createMany({ data: files.map(({ key }) => ({ key })), skipDuplicates: true })
}
