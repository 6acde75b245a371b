import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { makePicture } from '@/lib/media/image'
import { type Person, pictureFile, somebody } from '@/lib/testing/factory'
import { animation, claim, codes, plain, pngChunk, stored, uploadsBy } from '@/lib/testing/uploads'

let me: Person
const { upload } = uploadsBy(() => me)

beforeAll(async () => {
  me = await somebody()
})

describe('a file', () => {
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

  test.each(['gif', 'webp'] as const)('that is a moving %s and cut off is 422', async (format) => {
    const bytes = await (await animation(12, 60, 40)).toFormat(format).toBuffer()
    for (const part of [0.99, 0.5, 0.2]) {
      const answer = await upload(bytes.subarray(0, Math.floor(bytes.length * part)))
      expect([part, answer.status, codes(answer)]).toEqual([part, 422, ['file unreadable']])
    }
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
