import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutOf, pushed, WHOLE } from '@/components/media/crop'

const photo = { width: 1200, height: 800 }
const square = { width: 400, height: 400 }
const banner = { width: 1500, height: 500 }

describe('cutOf', () => {
  it.each([
    ['the middle of a wide one', photo, square, WHOLE, { x: 200, y: 0, width: 800, height: 800 }],
    ['the middle of a tall one', { width: 300, height: 900 }, banner, WHOLE, { x: 0, y: 400, width: 300, height: 100 }],
    ['a quarter when it is twice as near', photo, square, { zoom: 2, x: 0, y: 1 }, { x: 0, y: 400, width: 400, height: 400 }],
  ])('%s', (_name, image, frame, view, cut) => expect(cutOf(image, frame, view)).toEqual(cut))

  it('never leaves the image', () => {
    const side = fc.integer({ min: 1, max: 9000 })
    const part = fc.float({ min: 0, max: 1, noNaN: true })
    const zoom = fc.float({ min: 1, max: 4, noNaN: true })
    fc.assert(
      fc.property(side, side, zoom, part, part, part, (width, height, zoom, x, y, push) => {
        const view = pushed({ width, height }, banner, { zoom, x, y }, push - 0.5, 0.5 - push)
        const cut = cutOf({ width, height }, banner, view)
        expect(Math.min(cut.x, cut.y)).toBeGreaterThanOrEqual(0)
        expect(cut.x + cut.width).toBeLessThanOrEqual(width + 0.01)
        expect(cut.y + cut.height).toBeLessThanOrEqual(height + 0.01)
      }),
    )
  })
})

describe('pushed', () => {
  it('shows more of what is on the left when the image goes right', () => {
    expect(cutOf(photo, square, pushed(photo, square, WHOLE, 0.1, 0.1))).toEqual({ x: 120, y: 0, width: 800, height: 800 })
    expect(pushed(photo, square, WHOLE, 9, 0).x).toBe(0)
  })
})
