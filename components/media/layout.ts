import type { Media } from '@/lib/media/schema'

/** Of an image that stands alone: neither a tower nor a ribbon. */
const NARROWEST = 3 / 4
const WIDEST = 2
/** Of several together. */
const SEVERAL = 16 / 9

/** How wide the column of a card is, in CSS pixels, and what it leaves of a phone's width, in hundredths. */
const COLUMN = 568
const PHONE = 88

type Shape = Pick<Media, 'width' | 'height'>

/** The ratio of width to height in which this many images stand together. */
export function ratioOf(media: Shape[]): number {
  const [first] = media
  if (!first || media.length > 1) return SEVERAL
  return Math.min(WIDEST, Math.max(NARROWEST, first.width / first.height))
}

/** Which part of the grid's width and height an image fills: of three the first stands beside the others. */
export function partOf(count: number, place: number): { across: number; down: number } {
  return { across: count > 1 ? 1 / 2 : 1, down: count === 4 || (count === 3 && place > 0) ? 1 / 2 : 1 }
}

/** The `sizes` of an image in the grid: how wide it is drawn, which is wider than its place where its sides are cut off. */
export function sizesOf(media: Shape[], place: number): string {
  const { across, down } = partOf(media.length, place)
  const image = media[place] ?? { width: 1, height: 1 }
  const cut = Math.max(1, image.width / image.height / ((ratioOf(media) * across) / down))
  const [column, phone] = [COLUMN, PHONE].map((whole) => Math.round(whole * across * cut))
  return `(min-width: 640px) ${column}px, ${phone}vw`
}
