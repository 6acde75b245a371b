import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { deleteMedia, uploadMedia } from '@/lib/media/commands'
import { removeFiles } from '@/lib/media/removal'
import type { Listed } from '@/lib/media/storage/storage'
import { uploadThingStorage } from '@/lib/media/storage/uploadthing'
import { type Person, pictureFile, somebody } from '@/lib/testing/factory'
import type { Trouble } from '@/lib/testing/uploadthing'
import { editProfile } from '@/lib/users/commands'

// Before anything reads the environment.
const standIn = await vi.hoisted(async () => {
  const { UploadThingStandIn } = await import('@/lib/testing/uploadthing')
  const server = new UploadThingStandIn()
  await server.start()
  Object.assign(process.env, { UPLOADTHING_TOKEN: server.token(), UPLOADTHING_API_URL: server.url, UPLOADTHING_INGEST_URL: server.url })
  return server
})

let me: Person

afterAll(() => standIn.stop())

beforeEach(async () => {
  standIn.trouble = 'none'
  standIn.files.clear()
  await db.mediaRemoval.deleteMany()
  me = await somebody()
})

const at = (token = standIn.token(), patienceMs = 5_000) =>
  uploadThingStorage({ token, patienceMs, apiUrl: standIn.url, ingestUrl: standIn.url })

async function all(files: AsyncIterable<Listed>): Promise<Listed[]> {
  const list: Listed[] = []
  for await (const file of files) list.push(file)
  return list
}

const bytes = Buffer.from('RIFF and so on')

describe('UploadThing', () => {
  test('keeps, gives, lists and forgets a file', async () => {
    const storage = at()
    const key = storage.name(bytes)
    const stored = await storage.put(key, bytes, 'image/webp')
    expect(stored).toEqual({ key, url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/f\/\w+$/) })
    expect(standIn.files.get(key)).toMatchObject({ customId: key, type: 'image/webp' })
    expect(await storage.get(stored)).toEqual(bytes)
    expect(await all(storage.list())).toEqual([{ key, since: expect.any(Date) }])
    await storage.remove([key])
    await storage.remove([key])
    expect(await all(storage.list())).toEqual([])
    await expect(storage.get(stored)).rejects.toThrow('UploadThing: get failed')
  })

  test('lists page after page, and nothing that somebody else keeps there', async () => {
    const storage = at()
    await storage.put(storage.name(bytes), bytes, 'image/webp')
    const [one] = [...standIn.files.values()]
    if (!one) throw new Error('nothing was kept')
    for (let n = 0; n < 1100; n++) {
      const customId = n % 2 === 0 ? storage.name(bytes) : n % 3 === 0 ? 'invoice.pdf' : ''
      standIn.files.set(`${n}`, { ...one, customId })
    }
    expect(await all(storage.list())).toHaveLength(551)
  })

  test.each<Trouble>(['error', 'silence', 'cut', 'rubbish'])(
    'that answers with %s fails every call within its time, and no secret is told',
    async (trouble) => {
      const storage = at()
      const stored = await storage.put(storage.name(bytes), bytes, 'image/webp')
      standIn.trouble = trouble
      const impatient = at(standIn.token(), 300)
      const calls = [
        () => impatient.put(impatient.name(bytes), bytes, 'image/webp'),
        () => impatient.remove([stored.key]),
        () => all(impatient.list()),
      ]
      for (const call of calls) {
        const start = performance.now()
        const error: unknown = await call().catch((thrown: unknown) => thrown)
        expect(error).toBeInstanceOf(Error)
        expect((error as Error).message).toMatch(/^UploadThing: (put|delete|list) failed$/)
        expect((error as Error).cause).toBeInstanceOf(Error)
        expect(JSON.stringify([everythingIn(error)])).not.toMatch(/sk_live|signature=/)
        expect(performance.now() - start).toBeLessThan(2_000)
      }
    },
  )

  test('refuses the wrong key', async () => {
    const storage = at(standIn.token('sk_live_wrong'))
    await expect(storage.put(storage.name(bytes), bytes, 'image/webp')).rejects.toThrow('UploadThing: put failed')
    await expect(storage.remove(['x'])).rejects.toThrow('UploadThing: delete failed')
    await expect(all(storage.list())).rejects.toThrow('UploadThing: list failed')
    expect(standIn.files.size).toBe(0)
  })
})

describe('an image there', () => {
  test('is uploaded in its sizes, cut to an avatar, and deleted', async () => {
    const { value } = await uploadMedia(me, await pictureFile(1200, 600), {})
    expect(value.sizes).toHaveLength(3)
    expect(value.url).toMatch(new RegExp(`^${standIn.url}/f/`))
    const { avatarUrl } = await editProfile(me, { avatarMediaId: value.id })
    expect(avatarUrl).toMatch(new RegExp(`^${standIn.url}/f/`))
    expect(await removeFiles()).toBe(3)
    expect(standIn.files.size).toBe(1)
    await editProfile(me, { avatarMediaId: null })
    expect(await removeFiles()).toBe(1)
    expect(standIn.files.size).toBe(0)
  })

  test.each<Trouble>(['error', 'cut', 'rubbish'])('is not half stored when it answers with %s', async (trouble) => {
    standIn.trouble = trouble
    const error: unknown = await uploadMedia(me, await pictureFile(), {}).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ code: 'unavailable', headers: { 'Retry-After': '10' } })
    expect(await db.media.count({ where: { ownerId: me.id } })).toBe(0)
    standIn.trouble = 'none'
    await removeFiles(new Date(Date.now() + 6 * 60_000))
    expect(standIn.files.size).toBe(0)
  })

  test('whose answer never comes is forgotten again, though it was kept', async () => {
    standIn.trouble = 'kept but silent'
    const timeout = AbortSignal.timeout.bind(AbortSignal)
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(300))
    await expect(uploadMedia(me, await pictureFile(), {})).rejects.toMatchObject({ code: 'unavailable' })
    expect(standIn.files.size).toBe(1)
    standIn.trouble = 'none'
    expect(await removeFiles()).toBe(0)
    expect(await removeFiles(new Date(Date.now() + 6 * 60_000))).toBe(1)
    expect(standIn.files.size).toBe(0)
  })

  test('that cannot be deleted now is deleted later', async () => {
    const { value } = await uploadMedia(me, await pictureFile(), {})
    await deleteMedia(me, value.id)
    const now = new Date(Date.now() + 1_000)
    standIn.trouble = 'error'
    expect(await removeFiles(now)).toBe(0)
    expect(await db.mediaRemoval.findFirst()).toMatchObject({ attempts: 1 })
    standIn.trouble = 'none'
    expect(await removeFiles(now)).toBe(0)
    expect(await removeFiles(new Date(now.getTime() + 61_000))).toBe(1)
    expect(standIn.files.size).toBe(0)
  })

  test('is not asked for over and over while nothing answers', async () => {
    for (let n = 0; n < 5; n++) await deleteMedia(me, (await uploadMedia(me, await pictureFile(), {})).value.id)
    standIn.trouble = 'error'
    standIn.calls.length = 0
    await removeFiles(new Date(Date.now() + 1_000))
    expect(standIn.calls).toHaveLength(3)
  })
})

/** Everything that a log could show of an error, however deep. */
function everythingIn(value: unknown, seen = new Set<unknown>()): unknown {
  if (typeof value !== 'object' || value === null || seen.has(value)) return String(value)
  seen.add(value)
  return Reflect.ownKeys(value).map((name) => [String(name), everythingIn(Reflect.get(value, name), seen)])
}
