import { execFile } from 'node:child_process'
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { checkMedia, removeOrphans } from '@/lib/media/check'
import { deleteMedia, uploadMedia } from '@/lib/media/commands'
import { removeFiles } from '@/lib/media/removal'
import type { Media } from '@/lib/media/schema'
import { findFile } from '@/lib/media/storage/disk'
import { type Person, pictureFile, somebody } from '@/lib/testing/factory'
import { createTweet } from '@/lib/tweets/commands'

const ROOT = join(import.meta.dirname, '../..')
const KEY = `${'ab'.repeat(32)}.webp`

let me: Person
let kept: Media

beforeEach(async () => {
  await rm(join(process.env.LINNET_DATA_DIR ?? '', 'media'), { recursive: true, force: true })
  await db.mediaRemoval.deleteMany()
  await db.media.deleteMany()
  me = await somebody()
  kept = await uploaded()
})

const uploaded = async () => (await uploadMedia(me, await pictureFile(), {})).value
const keyOf = ({ url }: { url: string }) => url.split('/').at(-1) ?? ''
const pathOf = async (media: Media) => (await findFile(keyOf(media)))?.path ?? ''

/** A file that nobody knows of, so many minutes old. */
async function stray(minutes: number, name = KEY): Promise<string> {
  const path = join(process.env.LINNET_DATA_DIR ?? '', 'media', name.slice(0, 2), name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, 'stray')
  const then = new Date(Date.now() - minutes * 60_000)
  await utimes(path, then, then)
  return name
}

/** The command as it is run, with its exit code. */
async function command(...args: string[]): Promise<{ code: number; output: string }> {
  const script = ['--conditions=react-server', '--import', 'tsx', join(ROOT, 'scripts/media.ts'), ...args]
  const run = promisify(execFile)(process.execPath, script, { cwd: ROOT, env: process.env })
  return run.then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout }) => ({ code, output: stdout }),
  )
}

test('finds nothing where every file is what the images say', async () => {
  expect(await checkMedia()).toEqual({ files: 1, orphans: [], wrong: [] })
  await deleteMedia(me, kept.id)
  expect(await checkMedia()).toEqual({ files: 1, orphans: [], wrong: [] })
  expect(await command()).toEqual({ code: 0, output: 'All 1 files are what the images say.\n' })
})

test('finds files that belong to no image for an hour, and has them removed', async () => {
  await stray(59)
  const orphans = [await stray(61, `${'cd'.repeat(32)}.webp`), await stray(61, `${KEY}.${crypto.randomUUID()}`)].toSorted()
  const check = await checkMedia()
  expect(check).toEqual({ files: 4, orphans, wrong: [] })
  expect(await removeOrphans(check)).toBe(2)
  expect(await removeFiles()).toBe(2)
  expect(await checkMedia()).toEqual({ files: 2, orphans: [], wrong: [] })
})

test('never removes a file that an image has by then', async () => {
  expect(await removeOrphans({ orphans: [keyOf(kept)] })).toBe(1)
  expect(await removeFiles()).toBe(0)
  expect(await findFile(keyOf(kept))).not.toBeNull()
})

test('finds images whose file is missing or changed, and where they stand', async () => {
  const [missing, changed] = [await uploaded(), await uploaded()]
  const { value: tweet } = await createTweet(me, { content: 'Look.', mediaIds: [missing.id] })
  await rm(await pathOf(missing))
  await writeFile(await pathOf(changed), 'other bytes')
  const { orphans, wrong } = await checkMedia()
  expect(orphans).toEqual([])
  expect(wrong).toEqual([
    { key: keyOf(missing), what: 'missing', mediaId: missing.id, ownerId: me.id, tweetId: tweet.id },
    { key: keyOf(changed), what: 'changed', mediaId: changed.id, ownerId: me.id, tweetId: null },
  ])
})

test('says which files are in a storage that is not set up here', async () => {
  const [file] = (await db.media.findUniqueOrThrow({ where: { id: kept.id } })).files as object[]
  const key = `${crypto.randomUUID()}.webp`
  await db.media.update({ where: { id: kept.id }, data: { files: [{ ...file, key }] } })
  expect((await checkMedia()).wrong).toMatchObject([{ key, what: 'elsewhere', mediaId: kept.id }])
})

test('as a command tells what is wrong, repairs what can be, and ends with 1 unless all is well', async () => {
  await stray(90)
  const told = await command()
  expect(told).toMatchObject({ code: 1, output: expect.stringContaining(`${KEY} belongs to no image.`) })
  expect(await command('--repair')).toMatchObject({ code: 0, output: expect.stringContaining('Removed 1 files') })
  expect(await command()).toMatchObject({ code: 0 })
  await rm(await pathOf(kept))
  expect(await command('--repair')).toMatchObject({
    code: 1,
    output: expect.stringContaining(`image ${kept.id} (owner ${me.id}) is missing.`),
  })
})
