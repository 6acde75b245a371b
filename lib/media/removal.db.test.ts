import { expect, test } from 'vitest'
import { db, transaction } from '@/lib/db'
import { uploadMedia } from '@/lib/media/commands'
import { forgetFiles, removeFiles, removeUnattached } from '@/lib/media/removal'
import { pictureFile, somebody } from '@/lib/testing/factory'
import { editProfile } from '@/lib/users/commands'

const KEY = `${'e'.repeat(64)}.webp`
const DAY_MS = 24 * 3600 * 1000

test('a file that is queued while its removal finds it in use is queued afterwards', async () => {
  await forgetFiles([{ key: KEY }])
  let again: Promise<void> | undefined
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS one FROM media_removals WHERE key = ${KEY} FOR UPDATE`
    again = forgetFiles([{ key: KEY }])
    await new Promise((resolve) => setTimeout(resolve, 300))
    await tx.mediaRemoval.delete({ where: { key: KEY } })
  })
  await again
  expect(await db.mediaRemoval.count({ where: { key: KEY } })).toBe(1)
})

test('a file that nobody set up here keeps waits, and the others go on', async () => {
  await db.mediaRemoval.deleteMany()
  const elsewhere = `${crypto.randomUUID()}.webp`
  await forgetFiles([{ key: elsewhere }, { key: KEY }, { key: KEY }])
  expect(await removeFiles(new Date(Date.now() + 1_000))).toBe(1)
  expect(await db.mediaRemoval.findMany()).toMatchObject([{ key: elsewhere, attempts: 1 }])
})

test('the wait after failures doubles, up to a day', async () => {
  await db.mediaRemoval.deleteMany()
  const key = `${crypto.randomUUID()}.webp`
  await forgetFiles([{ key }])
  let now = new Date(Date.now() + 1_000)
  const waits: number[] = []
  for (let n = 0; n < 14; n++) {
    await removeFiles(now)
    const { dueAt } = await db.mediaRemoval.findUniqueOrThrow({ where: { key } })
    waits.push((dueAt.getTime() - now.getTime()) / 60_000)
    now = dueAt
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440, 1440])
})

test('an image of a day ago stays while it is a portrait, and by many at once the others go once', async () => {
  const me = await somebody()
  const upload = async () => (await uploadMedia(me, await pictureFile(), {})).value.id
  const [face, ...others] = [await upload(), await upload(), await upload(), await upload()]
  await editProfile(me, { avatarMediaId: face as string })
  await db.media.updateMany({ data: { createdAt: new Date(Date.now() - DAY_MS - 1) } })
  const removed = await Promise.all(Array.from({ length: 4 }, () => removeUnattached()))
  expect(removed.reduce((sum, count) => sum + count, 0)).toBe(others.length)
  expect(await db.media.findMany({ where: { ownerId: me.id }, select: { id: true } })).toEqual([{ id: face }])
})

test('one run removes as many as there are, until its time is over', async () => {
  await db.mediaRemoval.deleteMany()
  const me = await somebody()
  const createdAt = new Date(Date.now() - DAY_MS - 1)
  const key = (n: number) => `${n.toString(16).padStart(64, '0')}.webp`
  const data = Array.from({ length: 250 }, (_, n) => ({ ownerId: me.id, files: [{ key: key(n) }], createdAt }))
  await db.media.createMany({ data: data.map((one) => ({ ...one, width: 1, height: 1, contentType: 'image/webp', blurhash: '' })) })
  expect(await removeUnattached(undefined, () => true)).toBe(100)
  expect(await removeUnattached()).toBe(150)
  const later = new Date(Date.now() + 1_000)
  let asked = 0
  expect(await removeFiles(later, () => ++asked > 10)).toBe(10)
  expect(await removeFiles(later)).toBe(240)
  expect(await db.mediaRemoval.count()).toBe(0)
})
