import { readFile } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/id'
import { IMAGE_MAX_BYTES, makePicture } from '@/lib/media/image'
import { findFile } from '@/lib/media/storage/disk'
import { type Answer, accessTokenOf, cookieHeaderOf, send } from '@/lib/testing/api'
import { type Person, people, pictureFile } from '@/lib/testing/factory'

let me: Person
let them: Person

beforeAll(async () => {
  ;[me, them] = (await people(2)) as [Person, Person]
})

type Sent = { as?: Viewer | null; headers?: Record<string, string> }

/** Sends this body to POST /api/media. */
async function post(body: BodyInit, { as = me, headers = {} }: Sent = {}): Promise<Answer> {
  const authorization = as && { Authorization: `Bearer ${await accessTokenOf(as)}` }
  const init = { method: 'POST', headers: { ...authorization, ...headers }, body, duplex: 'half' }
  return send(new Request(new URL('/api/media', env.APP_URL), init as RequestInit))
}

type Upload = Sent & { name?: string; filename?: string; type?: string; fields?: Record<string, string> }

/** Uploads these bytes as a browser would, in a part of this name. */
function upload(bytes: Buffer, { name = 'file', filename = 'photo.png', type = 'image/png', fields = {}, ...sent }: Upload = {}) {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append(name, new File([new Uint8Array(bytes)], filename, { type }))
  return post(form, sent)
}

/** A form written by hand, with this boundary; the parts are headers and content. */
function raw(parts: [string, string | Buffer][], end = '--xyz--\r\n') {
  const body = parts.flatMap(([head, content]) => [Buffer.from(`--xyz\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')])
  return post(new Uint8Array(Buffer.concat([...body, Buffer.from(end)])), {
    headers: { 'Content-Type': 'multipart/form-data; boundary=xyz' },
  })
}

const FILE = 'Content-Disposition: form-data; name="file"; filename="a.png"'
const codes = ({ body }: Answer) => body.errors?.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)
const images = () => db.media.count()

/** The bytes that were stored of this image. */
async function stored({ body }: Answer): Promise<Buffer> {
  const file = await findFile(new URL(body.url).pathname.split('/').at(-1) ?? '')
  return readFile(file?.path ?? '')
}

/** So many bytes for ever, and how many of them were taken. */
function endless(chunk: Buffer): { body: ReadableStream; taken: () => number } {
  let taken = 0
  const body = new ReadableStream({
    pull(controller) {
      const bytes = taken === 0 ? Buffer.from(`--xyz\r\n${FILE}\r\n\r\n`) : chunk
      taken += bytes.length
      controller.enqueue(new Uint8Array(bytes))
    },
  })
  return { body, taken: () => taken }
}

function pngChunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, sum])
}

/** A PNG that claims this size, whatever is in it. */
function claim(width: number, height: number, { chunks = [] as Buffer[], data = deflateSync(Buffer.alloc(310)) } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, pngChunk('IHDR', header), ...chunks, pngChunk('IDAT', data), pngChunk('IEND', Buffer.alloc(0))])
}

/** An animation of so many plain frames. */
function animation(frames: number, width: number, height: number) {
  const bytes = Buffer.alloc(frames * width * height * 3)
  for (let n = 0; n < frames; n++) bytes.fill((n * 7) % 256, n * width * height * 3, (n + 1) * width * height * 3)
  return sharp(bytes, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
}

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#369' } })

describe('a form', () => {
  test('with an image is 201, with where it is, and the same again with the same key', async () => {
    const bytes = await pictureFile()
    const sent = { fields: { alt: 'A field.' }, headers: { 'Idempotency-Key': newId() } }
    const first = await upload(bytes, sent)
    expect(first).toMatchObject({ status: 201, body: { alt: 'A field.', contentType: 'image/webp', width: 60, height: 40 } })
    expect(first.headers.get('location')).toBe(`${env.APP_URL}/api/media/${first.body.id}`)
    const again = await upload(bytes, sent)
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await upload(await pictureFile(), sent)).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
    expect((await upload(bytes, { ...sent, as: them })).body.id).not.toBe(first.body.id)
  })

  test.each([
    'application/json',
    'image/png',
    'application/x-www-form-urlencoded',
    'multipart/mixed; boundary=xyz',
    'multipart/form-data',
    '',
  ])('that is sent as "%s" is 415', async (type) => {
    const answer = await post(new Uint8Array(await pictureFile()), { headers: { 'Content-Type': type } })
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } })
    expect(answer.headers.get('accept')).toBe('multipart/form-data')
  })

  test.each([
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary',
    `multipart/form-data; boundary=${'x'.repeat(500)}`,
    'multipart/form-data; boundary=other',
  ])('whose boundary is nowhere (%s) is 422', async (type) => {
    const body = `--xyz\r\n${FILE}\r\n\r\nabc\r\n--xyz--\r\n`
    expect(await post(body, { headers: { 'Content-Type': type } })).toMatchObject({ status: 422, body: { code: 'validation_failed' } })
  })

  test('that is broken or empty is 422', async () => {
    const png = await pictureFile()
    for (const broken of [
      raw([[FILE, png]], ''),
      raw([]),
      raw([['', png]]),
      raw([['Content-Disposition: form-data', png]]),
      raw([['Content-Disposition: form-data; name="file"', 'no file, a field']]),
      raw([['X: y\r\n'.repeat(5_000), png]]),
      post(''),
      upload(png, { name: 'image' }),
      upload(png, { name: '' }),
      upload(png, { name: '__proto__' }),
    ])
      expect((await broken).status).toSatisfy((status) => status === 422 || status === 415)
  })

  test('takes one file, one alt and nothing else', async () => {
    const png = await pictureFile()
    const alt = 'Content-Disposition: form-data; name="alt"'
    expect(
      codes(
        await raw([
          [FILE, png],
          [FILE, png],
        ]),
      ),
    ).toEqual(['file too_many'])
    expect(
      await raw([
        [alt, 'One.'],
        [alt, 'Two.'],
        [FILE, png],
      ]),
    ).toMatchObject({ status: 422 })
    expect(await upload(png, { fields: { ownerId: them.id } })).toMatchObject({ status: 422 })
    expect(await upload(png, { fields: { __proto__x: '1' } })).toMatchObject({ status: 422 })
    expect(
      await raw([
        ['Content-Disposition: form-data; name="__proto__"', '1'],
        [FILE, png],
      ]),
    ).toMatchObject({ status: 422 })
    const fields = Array.from({ length: 50 }, (_, n): [string, string] => [`Content-Disposition: form-data; name="f${n}"`, '1'])
    expect(codes(await raw([...fields, [FILE, png]]))).toEqual(['file too_many'])
    expect(
      await raw([
        [FILE, png],
        [alt, 'Behind the file.'],
      ]),
    ).toMatchObject({ status: 201, body: { alt: 'Behind the file.' } })
  })

  test('minds what alt says, and not what the file is called', async () => {
    const png = await pictureFile()
    for (const alt of ['a'.repeat(1_501), 'a\0b', 'a'.repeat(70_000), '👩‍👩‍👧‍👦'.repeat(1_501)])
      expect(codes(await upload(png, { fields: { alt } }))).toEqual([expect.stringMatching(/^alt /)])
    expect(await upload(png, { fields: { alt: 'é'.repeat(1_500) } })).toMatchObject({ status: 201 })
    for (const filename of ['../../etc/passwd', 'a\0.png', 'x'.repeat(10_000), '<script>.svg', 'con', ''])
      expect(
        await raw([[`Content-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: image/svg+xml`, png]]),
      ).toMatchObject({ status: 201 })
  })
})

describe('who', () => {
  test('is nobody is 401 before the body is read', async () => {
    const { body, taken } = endless(Buffer.alloc(65_536))
    const answer = await post(body, { as: null, headers: { 'Content-Type': 'multipart/form-data; boundary=xyz' } })
    expect(answer).toMatchObject({ status: 401 })
    expect(taken()).toBeLessThan(1_000_000)
  })

  test('comes from another site with the cookie is 403', async () => {
    const before = await images()
    const headers = { Cookie: await cookieHeaderOf(me), Origin: 'https://evil.example' }
    expect(await upload(await pictureFile(), { as: null, headers })).toMatchObject({
      status: 403,
      body: { code: 'cross_site_request' },
    })
    expect(await upload(await pictureFile(), { as: null, headers: { ...headers, Origin: env.APP_URL } })).toMatchObject({
      status: 201,
    })
    expect(await images()).toBe(before + 1)
  })
})

describe('a file', () => {
  test('of more than 4 MiB is 413, whatever was said of its length', async () => {
    expect(await upload(Buffer.alloc(5_000_000))).toMatchObject({ status: 413, body: { code: 'payload_too_large' } })
    expect(await upload(Buffer.alloc(IMAGE_MAX_BYTES + 1))).toMatchObject({ status: 413 })
    const lying = { 'Content-Type': 'multipart/form-data; boundary=xyz', 'Content-Length': String(40 * 2 ** 30) }
    expect(await post(`--xyz--`, { headers: lying })).toMatchObject({ status: 413 })
    const exact = Buffer.concat([await pictureFile(), Buffer.alloc(IMAGE_MAX_BYTES)]).subarray(0, IMAGE_MAX_BYTES)
    expect(await upload(exact)).toMatchObject({ status: 201 })
  })

  test('without end is 413 as soon as it is too long, in the memory of what is allowed', async () => {
    const { body, taken } = endless(Buffer.alloc(65_536))
    const before = process.memoryUsage().rss
    const answer = await post(body, { headers: { 'Content-Type': 'multipart/form-data; boundary=xyz', 'Transfer-Encoding': 'chunked' } })
    expect(answer).toMatchObject({ status: 413 })
    expect(answer.headers.get('connection')).toBe('close')
    expect(taken()).toBeLessThan(IMAGE_MAX_BYTES + 1_000_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  })

  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>'],
    ['SVG behind a declaration', '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['PDF', '%PDF-1.7\n'],
    ['TIFF', 'II*\0\x08\0\0\0'],
    ['BMP', 'BM\x3a\0\0\0'],
    ['a script', '#!/bin/sh\nrm -rf /'],
    ['a film', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'],
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['a box without end', '\0\0\0\0ftyp'],
    ['a sound', 'RIFF\x24\0\0\0WAVEfmt '],
    ['one byte', '\x89'],
    ['spaces before a PNG', '  \x89PNG\r\n\x1a\n'],
  ])('that is %s is 415', async (_, content) => {
    expect(await upload(Buffer.from(content, 'latin1'))).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } })
  })

  test('without a byte is 422', async () => {
    expect(codes(await upload(Buffer.alloc(0)))).toEqual(['file empty'])
  })

  test.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('that is %s is taken, and cut off it is 422', async (format) => {
    const bytes = await sharp(await pictureFile(200, 160))
      .toFormat(format)
      .toBuffer()
    expect(await upload(bytes, { filename: 'a.txt', type: 'text/plain' })).toMatchObject({ status: 201, body: { width: 200, height: 160 } })
    for (const part of [0.95, 0.5, 0.1]) {
      const answer = await upload(bytes.subarray(0, Math.floor(bytes.length * part)))
      expect([format, part, answer.status, codes(answer)]).toEqual([format, part, 422, ['file unreadable']])
    }
    const noise = Buffer.from(bytes)
    for (let n = 40; n < noise.length; n += 3) noise[n] = (noise[n] ?? 0) ^ 0x5a
    expect((await upload(noise)).status).toSatisfy((status) => status === 422 || status === 201)
  })

  test('that is something else as well is only the image afterwards', async () => {
    const gif = await sharp(await pictureFile())
      .gif()
      .toBuffer()
    const polyglot = Buffer.concat([gif, Buffer.from('<script>alert(document.domain)</script><?php system($_GET[0]); ?>PK\x03\x04')])
    const answer = await upload(polyglot)
    expect(answer).toMatchObject({ status: 201 })
    expect((await stored(answer)).toString('latin1')).not.toMatch(/script|php|system/)
    const comment = claim(10, 10, { chunks: [pngChunk('tEXt', Buffer.from('Comment\0<script>alert(1)</script>'))] })
    expect((await stored(await upload(comment))).toString('latin1')).not.toContain('script')
  })

  test('that claims too many pixels is 422 before it is decoded', async () => {
    for (const [width, height] of [
      [9_000, 5_000],
      [40_000_001, 1],
      [16_000, 16_000],
    ] as const)
      expect(codes(await upload(claim(width, height)))).toEqual(['file too_many_pixels'])
    for (const [width, height] of [
      [2 ** 31 - 1, 2 ** 31 - 1],
      [2 ** 32 - 1, 1],
      [0, 10],
      [7_800, 5_000],
    ] as const)
      expect(await upload(claim(width, height))).toMatchObject({ status: 422 })
  })

  test('that grows when it is unpacked stays within bounds', async () => {
    const before = process.memoryUsage().rss
    const bomb = deflateSync(Buffer.alloc(500_000_000))
    const named = (name: string) => Buffer.concat([Buffer.from(`${name}\0\0`), bomb])
    for (const bytes of [
      claim(10, 10, { data: bomb }),
      claim(10, 10, { chunks: [pngChunk('zTXt', named('Comment'))] }),
      claim(10, 10, { chunks: [pngChunk('iCCP', named('icc'))] }),
      await plain(8_000, 5_000).png().toBuffer(),
    ])
      expect((await upload(bytes)).status).toSatisfy((status) => status === 201 || status === 422)
    // The bomb's own making takes its 500 MB.
    expect(process.memoryUsage().rss - before).toBeLessThan(1_200_000_000)
  }, 60_000)

  test('that moves keeps moving, up to 500 frames', async () => {
    for (const bytes of [
      await animation(12, 60, 40).gif({ keepDuplicateFrames: true }).toBuffer(),
      await animation(12, 60, 40).webp().toBuffer(),
    ]) {
      const answer = await upload(bytes)
      expect(answer).toMatchObject({ status: 201, body: { width: 60, height: 40, sizes: [{ width: 60 }] } })
      expect((await sharp(await stored(answer), { animated: true }).metadata()).pages).toBe(12)
    }
    expect(codes(await upload(await animation(600, 8, 8).gif({ keepDuplicateFrames: true }).toBuffer()))).toEqual(['file too_many_frames'])
    expect(codes(await upload(await animation(40, 1_700, 1_600).gif({ keepDuplicateFrames: true }).toBuffer()))).toEqual([
      'file too_many_frames',
    ])
  }, 60_000)

  test('tells nothing of who took it, where and with what, and stands upright', async () => {
    const exif = {
      IFD0: { Make: 'SecretCam', Artist: 'Jane Doe', Copyright: 'hers' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' },
    }
    for (const format of ['jpeg', 'webp', 'png', 'avif'] as const) {
      const bytes = await plain(200, 100).withExif(exif).withMetadata({ orientation: 6 }).withIccProfile('p3').toFormat(format).toBuffer()
      expect(bytes.toString('latin1')).toContain('SecretCam')
      const answer = await upload(bytes)
      expect([format, answer.status, answer.body.width, answer.body.height]).toEqual([format, 201, 100, 200])
      const kept = await stored(answer)
      expect(kept.toString('latin1')).not.toMatch(/SecretCam|Jane Doe|EXIF|Exif|ICCP|XMP |GPS/)
      const { exif: left, icc, xmp, orientation } = await sharp(kept).metadata()
      expect({ left, icc, xmp, orientation }).toEqual({ left: undefined, icc: undefined, xmp: undefined, orientation: undefined })
    }
  })

  test.each<[string, () => Promise<Buffer>, [number, number]]>([
    ['a CMYK JPEG', () => plain(60, 40).toColourspace('cmyk').jpeg().toBuffer(), [60, 40]],
    ['a grey JPEG', () => plain(60, 40).toColourspace('b-w').jpeg().toBuffer(), [60, 40]],
    ['a PNG of 16 bits', () => plain(60, 40).toColourspace('rgb16').png().toBuffer(), [60, 40]],
    ['a PNG with alpha', () => plain(60, 40).ensureAlpha(0.5).png().toBuffer(), [60, 40]],
    ['a PNG of a palette', () => plain(60, 40).png({ palette: true }).toBuffer(), [60, 40]],
    ['one pixel', () => plain(1, 1).png().toBuffer(), [1, 1]],
    ['very high', () => plain(1, 20_000).png().toBuffer(), [1, 2048]],
    ['very wide', () => plain(20_000, 1).png().toBuffer(), [2048, 1]],
    ['wider than 2048', () => plain(3_000, 1_500).jpeg().toBuffer(), [2048, 1024]],
  ])('that is %s is taken', async (_, make, [width, height]) => {
    const answer = await upload(await make())
    expect(answer).toMatchObject({ status: 201, body: { width, height } })
    const { space, depth, format } = await sharp(await stored(answer)).metadata()
    expect({ space, depth, format }).toEqual({ space: 'srgb', depth: 'uchar', format: 'webp' })
  })

  test('keeps its colours when its profile goes', async () => {
    const [wide, here] = await Promise.all(
      [plain(20, 20).withIccProfile('p3').png().toBuffer(), plain(20, 20).png().toBuffer()].map(async (bytes) => [
        ...(
          await sharp(await stored(await upload(await bytes)))
            .raw()
            .toBuffer()
        ).subarray(0, 3),
      ]),
    )
    for (const n of [0, 1, 2]) expect(Math.abs((wide?.[n] ?? 0) - (here?.[n] ?? 99))).toBeLessThan(6)
  })

  test('that comes while too many wait is turned away', async () => {
    const bytes = await pictureFile(400, 300)
    const outcomes = await Promise.allSettled(Array.from({ length: 80 }, () => makePicture(bytes)))
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason.code)
    expect(new Set(refused)).toEqual(new Set(['unavailable']))
    expect(refused).toHaveLength(30)
  })
})

test("somebody else's image is not there to describe or delete", async () => {
  const { body } = await upload(await pictureFile())
  const as = `Bearer ${await accessTokenOf(them)}`
  for (const id of [body.id, newId(), 'x', '../users/me'.replaceAll('/', '%2f')])
    for (const [method, content] of [
      ['DELETE', null],
      ['PATCH', '{"alt":"Mine."}'],
    ] as const) {
      const headers = { Authorization: as, ...(content && { 'Content-Type': 'application/json' }) }
      const answer = await send(
        new Request(new URL(`/api/media/${id}`, env.APP_URL), { method, headers, ...(content && { body: content }) }),
      )
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
    }
  expect(await db.media.findUnique({ where: { id: body.id } })).toMatchObject({ alt: '', ownerId: me.id })
})
