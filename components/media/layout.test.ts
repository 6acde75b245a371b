import { describe, expect, it } from 'vitest'
import { partOf, ratioOf, sizesOf } from '@/components/media/layout'

const square = { width: 100, height: 100 }
const panorama = { width: 400, height: 100 }

describe('ratioOf', () => {
  it.each([
    ['one in its own', [{ width: 300, height: 200 }], 1.5],
    ['a tower cut to 3:4', [{ width: 100, height: 1000 }], 0.75],
    ['a ribbon cut to 2:1', [panorama], 2],
    ['several in 16:9', [square, panorama], 16 / 9],
  ])('%s', (_name, media, ratio) => expect(ratioOf(media)).toBe(ratio))
})

describe('partOf', () => {
  it.each([
    [1, [[1, 1]]],
    [2, Array(2).fill([0.5, 1])],
    [
      3,
      [
        [0.5, 1],
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    ],
    [4, Array(4).fill([0.5, 0.5])],
  ])('of %i', (count, parts) => {
    expect(Array.from({ length: count }, (_, place) => Object.values(partOf(count, place)))).toEqual(parts)
  })
})

describe('sizesOf', () => {
  it.each([
    ['alone, the width of the column', [square], 0, '(min-width: 640px) 568px, 88vw'],
    ['beside another, half of it', [{ width: 8, height: 9 }, square], 0, '(min-width: 640px) 284px, 44vw'],
    ['wider than its place where the sides are cut off', [panorama], 0, '(min-width: 640px) 1136px, 176vw'],
  ])('%s', (_name, media, place, sizes) => expect(sizesOf(media, place)).toBe(sizes))
})
