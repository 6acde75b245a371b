import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { uploadMedia } from '@/lib/media/commands'
import { receiveImages, receivePortraits } from '@/lib/media/receive'
import { type Person, people, pictureFile } from '@/lib/testing/factory'
import { createTweet, deleteTweet } from '@/lib/tweets/commands'
import { listTweetsOf } from '@/lib/tweets/queries'

let me: Person
let them: Person

beforeEach(async () => {
  ;[me, them] = (await people(2)) as [Person, Person]
})

const NONE = { mediaIds: [], files: [], alts: [] }
const picture = async (name = 'bird.png') => new File([new Uint8Array(await pictureFile())], name)
const uploaded = async (by = me) => (await uploadMedia(by, await pictureFile(), {})).value.id
const wrong = (message: string) =>
  expect.objectContaining({ errors: [expect.objectContaining({ message: expect.stringContaining(message) })] })
const mine = () => db.media.count({ where: { ownerId: me.id } })

describe('the images of a form', () => {
  test('that come as files are uploaded and described in their order', async () => {
    const { value } = await receiveImages(me, { ...NONE, files: [await picture(), await picture()], alts: ['One.', 'Two.'] }, (mediaIds) =>
      createTweet(me, { content: '', mediaIds }),
    )
    expect(value.media.map(({ alt }) => alt)).toEqual(['One.', 'Two.'])
  })

  test('are forgotten when one of them or the work fails, and the file is named', async () => {
    const files = [await picture(), new File(['No image.'], 'fake.png')]
    await expect(receiveImages(me, { ...NONE, files }, async () => null)).rejects.toEqual(wrong('“fake.png”: Send a PNG'))
    await expect(
      receiveImages(me, { ...NONE, files: [await picture()] }, () => Promise.reject(new Error('The work failed.'))),
    ).rejects.toThrow('The work failed.')
    await expect(receiveImages(me, { ...NONE, files: Array(5).fill(files[1]) }, async () => null)).rejects.toEqual(wrong('at most 4'))
    expect(await mine()).toBe(0)
    await expect(receiveImages(null, { ...NONE, files }, async () => null)).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('that were uploaded before are described, and must be one’s own', async () => {
    const id = await uploaded()
    expect(await receiveImages(me, { ...NONE, mediaIds: [id], alts: ['A bird.'] }, async (ids) => ids)).toEqual([id])
    expect(await db.media.findUnique({ where: { id }, select: { alt: true } })).toEqual({ alt: 'A bird.' })
    for (const other of [await uploaded(them), newId()])
      await expect(receiveImages(me, { ...NONE, mediaIds: [id, other] }, async () => null)).rejects.toEqual(
        wrong('Image 2 is no longer kept'),
      )
    const alts = ['a'.repeat(1501)]
    await expect(receiveImages(me, { ...NONE, mediaIds: [id], alts }, async () => null)).rejects.toEqual(wrong('Image 1: alt is too long'))
    expect(await mine()).toBe(1)
  })

  test('of a profile are uploaded for their places', async () => {
    const ids = await receivePortraits(me, { avatarMediaId: await picture(), bannerMediaId: undefined }, async (given) => given)
    expect(Object.keys(ids)).toEqual(['avatarMediaId'])
    expect(await mine()).toBe(1)
  })
})

test('somebody’s tweets with images are listed, newest first, by pages', async () => {
  const posted: string[] = []
  for (let n = 0; n < 3; n++) {
    const { value } = await createTweet(me, { content: '', mediaIds: n === 1 ? [await uploaded(), await uploaded()] : [await uploaded()] })
    posted.unshift(value.id)
  }
  await createTweet(me, { content: 'Without.' })
  await uploaded()
  const list = async (query: object) => listTweetsOf(them, me.username, { filter: 'media', ...query })
  const first = await list({ limit: '2' })
  expect(first.items.map(({ id }) => id)).toEqual(posted.slice(0, 2))
  const second = await list({ limit: '2', cursor: first.nextCursor })
  expect(second).toMatchObject({ items: [{ id: posted[2] }], nextCursor: null })
  await deleteTweet(me, posted[0])
  expect((await list({})).items.map(({ id }) => id)).toEqual(posted.slice(1))
})
