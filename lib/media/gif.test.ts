import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'
import { isWholeGif } from '@/lib/media/gif'

let gifs: Buffer[]

beforeAll(async () => {
  const frames = Buffer.from(Array.from({ length: 20 * 60 * 3 }, (_, n) => (n * 7919) % 256))
  const still = sharp(frames, { raw: { width: 20, height: 60, channels: 3 } })
  const moving = sharp(frames, { raw: { width: 20, height: 60, channels: 3, pageHeight: 20 } })
  gifs = await Promise.all([still, moving].map((image) => image.gif({ loop: 0 }).toBuffer()))
})

it('a GIF that ends is whole, whatever comes behind it', () => {
  for (const gif of gifs) {
    expect(isWholeGif(gif)).toBe(true)
    expect(isWholeGif(Buffer.concat([gif, Buffer.from('more')]))).toBe(true)
  }
})

it('a GIF that is cut off anywhere is not', () => {
  for (const gif of gifs) for (let length = 0; length < gif.length; length++) expect(isWholeGif(gif.subarray(0, length))).toBe(false)
})

it('anything is answered, in time', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => typeof isWholeGif(Buffer.from(bytes)) === 'boolean'))
})
