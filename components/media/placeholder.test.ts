import { encode } from 'blurhash'
import { describe, expect, it } from 'vitest'
import { placeholderOf } from '@/components/media/placeholder'

function hashOf([red, green, blue]: [number, number, number]): string {
  return encode(new Uint8ClampedArray(Array.from({ length: 16 }, () => [red, green, blue, 255]).flat()), 4, 4, 1, 1)
}

function bytesOf(url: string): Buffer {
  return Buffer.from(url.replace('data:image/bmp;base64,', ''), 'base64')
}

describe('placeholderOf', () => {
  it('is a bitmap in the colours and the shape of the image', () => {
    const bytes = bytesOf(placeholderOf({ blurhash: hashOf([200, 40, 90]), width: 1600, height: 800 }))
    expect(bytes.toString('latin1', 0, 2)).toBe('BM')
    expect([bytes.readInt32LE(18), bytes.readInt32LE(22)]).toEqual([8, 4])
    expect(bytes).toHaveLength(54 + 4 * 24)
    const [blue, green, red] = bytes.subarray(54)
    expect([red, green, blue].map((part, place) => Math.abs((part ?? 0) - ([200, 40, 90][place] ?? 0)) < 8)).toEqual([true, true, true])
  })

  it.each([
    [2048, 1, 8, 2],
    [1, 2048, 2, 8],
    [3, 4, 6, 8],
  ])('of %i by %i is %i by %i', (width, height, columns, rows) => {
    const bytes = bytesOf(placeholderOf({ blurhash: hashOf([0, 0, 0]), width, height }))
    expect([bytes.readInt32LE(18), bytes.readInt32LE(22)]).toEqual([columns, rows])
  })
})
