import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { deleteMedia, describeMedia, uploadMedia } from '@/lib/media/commands'
import { removeFiles, removeUnattached } from '@/lib/media/removal'
import type { Media } from '@/lib/media/schema'
import { findFile } from '@/lib/media/storage/disk'
import { type Person, people, pictureFile, tweetBy } from '@/lib/testing/factory'
import { createTweet, deleteTweet } from '@/lib/tweets/commands'
import { getTweet } from '@/lib/tweets/queries'
import { deleteAccount, editProfile } from '@/lib/users/commands'
import { getUser } from '@/lib/users/queries'

let me: Person
let them: Person

beforeEach(async () => {
  ;[me, them] = (await people(2)) as [Person, Person]
})

async function uploaded(by = me, bytes?: Buffer): Promise<Media> {
  return (await uploadMedia(by, bytes ?? (await pictureFile()), {})).value
}

const keyOf = ({ url }: { url: string }) => new URL(url).pathname.split('/').at(-1) ?? ''
const kept = async (media: Media) => (await Promise.all(media.sizes.map((size) => findFile(keyOf(size))))).filter(Boolean).length
const code = (expected: string) => expect.objectContaining({ code: expected })
const files = () => readdir(join(process.env.LINNET_DATA_DIR ?? '', 'media'), { recursive: true })

describe('an upload', () => {
  test('is kept in its sizes, described, and belongs to nobody else', async () => {
    const { value } = await uploadMedia(me, await pictureFile(1200, 600), { alt: ' A field. ' })
    expect(value).toMatchObject({ alt: 'A field.', width: 1200, height: 600, contentType: 'image/webp' })
    expect(value.sizes.map(({ width, height }) => [width, height])).toEqual([
      [480, 240],
      [1080, 540],
      [1200, 600],
    ])
    expect(value.url).toBe(value.sizes.at(-1)?.url)
    expect(await kept(value)).toBe(3)
    expect((await describeMedia(me, value.id, { alt: 'A meadow.' })).alt).toBe('A meadow.')
    await expect(describeMedia(them, value.id, { alt: 'Mine.' })).rejects.toEqual(code('not_found'))
    await expect(deleteMedia(them, value.id)).rejects.toEqual(code('not_found'))
    await expect(uploadMedia(null, await pictureFile(), {})).rejects.toEqual(code('unauthenticated'))
    await expect(uploadMedia(me, await pictureFile(), { alt: 'a'.repeat(1501) })).rejects.toEqual(code('validation_failed'))
  })

  test('with the same key is the same image again, and another file with that key is refused', async () => {
    const bytes = await pictureFile()
    const first = await uploadMedia(me, bytes, { alt: 'One.' }, 'key')
    expect(await uploadMedia(me, bytes, { alt: 'One.' }, 'key')).toEqual({ value: first.value, replayed: true })
    await expect(uploadMedia(me, await pictureFile(), { alt: 'One.' }, 'key')).rejects.toEqual(code('idempotency_key_reused'))
    await removeFiles()
    expect(await kept(first.value)).toBe(1)
  })

  test('that fails half way leaves neither rows nor files', async () => {
    const before = await files()
    await expect(uploadMedia({ ...me, id: newId() }, await pictureFile(1200, 600), {})).rejects.toThrow()
    await removeFiles()
    expect((await files()).filter((file) => file.endsWith('.webp')).toSorted()).toEqual(
      before.filter((file) => file.endsWith('.webp')).toSorted(),
    )
  })
})

describe('a tweet', () => {
  test('holds up to four images in their order, also without a word', async () => {
    const media = await Promise.all([uploaded(), uploaded(), uploaded(), uploaded()])
    const ids = media.map(({ id }) => id).toReversed()
    const { value } = await createTweet(me, { content: '', mediaIds: ids })
    expect(value.media.map(({ id }) => id)).toEqual(ids)
    expect((await getTweet(null, value.id)).media).toEqual(value.media)
    await expect(deleteMedia(me, ids[0])).rejects.toEqual(code('conflict'))
    await expect(createTweet(me, { content: 'Again.', mediaIds: [ids[0]] })).rejects.toEqual(code('validation_failed'))
  })

  test("does not hold somebody else's image, one twice, or more than four, and nothing is half written", async () => {
    const [mine, theirs] = [await uploaded(), await uploaded(them)]
    for (const mediaIds of [[mine.id, theirs.id], [mine.id, mine.id], [mine.id, newId()], Array.from({ length: 5 }, newId), ['x']])
      await expect(createTweet(me, { content: 'No.', mediaIds })).rejects.toEqual(code('validation_failed'))
    expect(await db.tweet.count({ where: { authorId: me.id } })).toBe(0)
    expect((await createTweet(me, { content: 'Yes.', mediaIds: [mine.id] })).value.media).toHaveLength(1)
  })

  test('of several that want the same image at once only one gets it', async () => {
    const { id } = await uploaded()
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => createTweet(me, { content: 'Mine!', mediaIds: [id] })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('takes its images along when it is deleted, and so does an account', async () => {
    const [one, two, three] = [await uploaded(), await uploaded(), await uploaded()]
    const { value: first } = await createTweet(me, { content: 'One.', mediaIds: [one.id] })
    await createTweet(me, { content: 'Two.', mediaIds: [two.id] })
    await deleteTweet(me, first.id)
    await removeFiles()
    expect([await kept(one), await kept(two), await kept(three)]).toEqual([0, 1, 1])
    await deleteAccount(me, { password: me.password })
    await removeFiles()
    expect([await kept(two), await kept(three)]).toEqual([0, 0])
  })
})

describe('a profile', () => {
  test('shows its two images cut to their places, everywhere its owner is shown', async () => {
    const [face, view] = [await uploaded(me, await pictureFile(300, 700)), await uploaded(me, await pictureFile(500, 500))]
    const mine = await editProfile(me, { avatarMediaId: face.id, bannerMediaId: view.id })
    for (const [url, width, height] of [
      [mine.avatarUrl, 400, 400],
      [mine.bannerUrl, 1500, 500],
    ] as const) {
      const file = await findFile(keyOf({ url: url ?? '' }))
      expect(await sharp(await readFile(file?.path ?? '')).metadata()).toMatchObject({ width, height, format: 'webp' })
    }
    expect((await tweetBy(me)).author.avatarUrl).toBe(mine.avatarUrl)
    await removeFiles()
    expect([await kept(face), await kept(view)]).toEqual([0, 0])
    await expect(createTweet(me, { content: 'My face.', mediaIds: [face.id] })).rejects.toEqual(code('validation_failed'))
    expect(await editProfile(me, { avatarMediaId: face.id })).toMatchObject({ avatarUrl: mine.avatarUrl })
  })

  test('lets go of the image that another replaces, and of its last', async () => {
    const [one, two] = [await uploaded(), await uploaded()]
    const { avatarUrl } = await editProfile(me, { avatarMediaId: one.id })
    await editProfile(me, { avatarMediaId: two.id })
    await removeFiles()
    expect(await findFile(keyOf({ url: avatarUrl ?? '' }))).toBeNull()
    expect(await editProfile(me, { avatarMediaId: null })).toMatchObject({ avatarUrl: null })
    expect(await db.media.count({ where: { ownerId: me.id } })).toBe(0)
  })

  test("does not show somebody else's image, or one that stands in a tweet, and nothing else is changed then", async () => {
    const [theirs, used] = [await uploaded(them), await uploaded()]
    await createTweet(me, { content: 'Used.', mediaIds: [used.id] })
    for (const avatarMediaId of [theirs.id, used.id, newId()])
      await expect(editProfile(me, { name: 'Changed', avatarMediaId })).rejects.toEqual(code('validation_failed'))
    expect(await getUser(null, me.username)).toMatchObject({ name: me.username, avatarUrl: null })
  })
})

describe('files', () => {
  test('that two images share stay until the last of them is gone', async () => {
    const bytes = await pictureFile()
    const [mine, theirs] = [await uploaded(me, bytes), await uploaded(them, bytes)]
    expect(mine.url).toBe(theirs.url)
    await deleteMedia(me, mine.id)
    await removeFiles()
    expect(await kept(theirs)).toBe(1)
    await deleteMedia(them, theirs.id)
    await removeFiles()
    expect(await kept(theirs)).toBe(0)
  })

  test('of images that nobody attached go after a day', async () => {
    const [old, attached, fresh] = [await uploaded(), await uploaded(), await uploaded()]
    await createTweet(me, { content: 'Kept.', mediaIds: [attached.id] })
    const day = 24 * 3600 * 1000
    await db.media.updateMany({ where: { id: { in: [old.id, attached.id] } }, data: { createdAt: new Date(Date.now() - day - 1000) } })
    expect(await removeUnattached()).toBe(1)
    await removeFiles()
    expect([await kept(old), await kept(attached), await kept(fresh)]).toEqual([0, 1, 1])
  })

  test('that cannot be removed are tried again later', async () => {
    const media = await uploaded()
    await deleteMedia(me, media.id)
    const { path } = (await findFile(keyOf(media))) ?? { path: '' }
    await rm(path)
    await mkdir(join(path, 'in the way'), { recursive: true })
    const now = new Date()
    expect(await removeFiles(now)).toBe(0)
    expect(await db.mediaRemoval.findFirst()).toMatchObject({ key: keyOf(media), attempts: 1 })
    await rm(path, { recursive: true })
    expect(await removeFiles(now)).toBe(0)
    expect(await removeFiles(new Date(now.getTime() + 61_000))).toBe(1)
    expect(await db.mediaRemoval.count()).toBe(0)
  })

  test('put and removed by many at once are there exactly when somebody has them', async () => {
    const bytes = await pictureFile()
    const all = await Promise.all(Array.from({ length: 12 }, () => uploaded(me, bytes)))
    const keep = all.pop() as Media
    await Promise.all([
      ...all.map(({ id }) => deleteMedia(me, id)),
      ...Array.from({ length: 4 }, () => removeFiles()),
      ...Array.from({ length: 3 }, () => uploaded(them, bytes)),
    ])
    await removeFiles()
    expect(await kept(keep)).toBe(1)
  })
})

test('a reply without images is what it was', async () => {
  expect((await tweetBy(me)).media).toEqual([])
})
