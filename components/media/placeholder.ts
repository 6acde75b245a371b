import { decode } from 'blurhash'
import type { Media } from '@/lib/media/schema'

const LONGEST = 8
const HEADER_BYTES = 54

/** What stands in an image's place while it loads, as the address of a tiny picture in itself: a bitmap, which needs no encoder. */
export function placeholderOf({ blurhash, width, height }: Pick<Media, 'blurhash' | 'width' | 'height'>): string {
  const scale = LONGEST / Math.max(width, height)
  const [columns, rows] = [Math.max(2, Math.round(width * scale)), Math.max(2, Math.round(height * scale))]
  return `data:image/bmp;base64,${bitmap(decode(blurhash, columns, rows), columns, rows).toString('base64')}`
}

/** A BMP of 24 bits a pixel: a header, and then the lines from the lowest up, each filled to a multiple of four bytes. */
function bitmap(pixels: Uint8ClampedArray, columns: number, rows: number): Buffer {
  const line = Math.ceil((columns * 3) / 4) * 4
  const file = Buffer.alloc(HEADER_BYTES + line * rows)
  file.write('BM', 'latin1')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(HEADER_BYTES, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(columns, 18)
  file.writeInt32LE(rows, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [red = 0, green = 0, blue = 0] = pixels.subarray((row * columns + column) * 4)
      file.set([blue, green, red], HEADER_BYTES + (rows - 1 - row) * line + column * 3)
    }
  return file
}
