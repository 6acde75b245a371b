import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { GET, HEAD } from '@/app/media/[key]/route'
import { uploadMedia } from '@/lib/media/commands'
import type { Media } from '@/lib/media/schema'
import { pictureFile, somebody } from '@/lib/testing/factory'

let media: Media

beforeAll(async () => {
  media = (await uploadMedia(await somebody(), await pictureFile(), {})).value
})

const ask = (key: string, headers: Record<string, string> = {}, handler = GET) =>
  handler(new Request(`http://localhost/media/${encodeURIComponent(key)}`, { headers }), { params: Promise.resolve({ key }) })
const keyOf = ({ url }: Media) => url.split('/').at(-1) ?? ''

describe('GET /media/<key>', () => {
  test('gives the image to anybody, as what it is', async () => {
    const answer = await ask(keyOf(media))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/webp')
    expect(answer.headers.get('cache-control')).toContain('immutable')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 60, height: 40 })
    expect((await ask(keyOf(media), { Range: 'bytes=0-3' })).status).toBe(206)
    expect((await ask(keyOf(media), { 'If-None-Match': answer.headers.get('etag') ?? '' })).status).toBe(304)
    expect((await ask(keyOf(media), {}, HEAD)).headers.get('content-length')).toBe(String(bytes.length))
  })

  test.each([
    'x',
    '',
    '.',
    '..',
    '../auth-secret',
    '..%2fauth-secret',
    '%2e%2e%2fauth-secret',
    '..\\auth-secret',
    '/etc/passwd',
    `${'a'.repeat(64)}.webp`,
    `${'a'.repeat(64)}.png`,
    `${'A'.repeat(64)}.webp`,
    `${'a'.repeat(64)}.webp\0`,
    `${'a'.repeat(64)}.webp/../../auth-secret`,
    `../${'a'.repeat(64)}.webp`,
    `\n${'a'.repeat(64)}.webp`,
    `${'a'.repeat(64)}.webp\n`,
    'a'.repeat(10_000),
  ])('is 404 for %j', async (key) => {
    await writeFile(join(process.env.LINNET_DATA_DIR ?? '', 'auth-secret'), 'secret')
    const answer = await ask(key)
    expect([answer.status, await answer.text()]).toEqual([404, ''])
  })

  test('is 404 for a folder and for a file that is half written', async () => {
    const key = `${'b'.repeat(64)}.webp`
    const draft = `${'c'.repeat(64)}.webp.${crypto.randomUUID()}`
    await mkdir(join(process.env.LINNET_DATA_DIR ?? '', 'media', 'bb', key), { recursive: true })
    await mkdir(join(process.env.LINNET_DATA_DIR ?? '', 'media', 'cc'), { recursive: true })
    await writeFile(join(process.env.LINNET_DATA_DIR ?? '', 'media', 'cc', draft), 'half')
    for (const name of [key, draft]) expect((await ask(name)).status).toBe(404)
  })
})
