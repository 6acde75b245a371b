import { encode } from 'blurhash'
import pLimit from 'p-limit'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { AppError, invalid } from '@/lib/errors'
import { isWholeGif } from '@/lib/media/gif'

/** A picture made anew, in one size. */
export type Rendition = { width: number; height: number; bytes: Buffer }

/** A picture made anew: its sizes, the widest last, and what stands in its place while it loads (https://blurha.sh). */
export type Picture = { contentType: 'image/webp'; renditions: Rendition[]; blurhash: string }

/** Of the bytes that a client sends for one image. */
export const IMAGE_MAX_BYTES = 4 * 1024 * 1024

const MAX_PIXELS = 40_000_000
/** Of all frames of an animation together: each is drawn. */
const MAX_PIXELS_MOVING = 100_000_000
const MAX_FRAMES = 500
const MAX_SIDE = 2048
/** The widths that a list and a phone need, beside the full one. */
const SMALLER = [480, 1080]
const PATIENCE_SECONDS = 20

const FORMATS = ['png', 'jpeg', 'webp', 'gif', 'avif'] as const
type Format = (typeof FORMATS)[number]

// What else libvips reads (PDF, TIFF, …) stays closed, whatever the bytes pretend. SVG is what `next/og` draws its own cards from; of an
// upload it never comes so far, because it does not begin like one of ours.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Png', 'Jpeg', 'Webp', 'Nsgif', 'Heif', 'Svg'].map((loader) => `VipsForeignLoad${loader}Buffer`),
})
sharp.cache(false)

/** Decoding takes memory by the pixel, up to 250 MB: two at a time, the rest wait. */
const decoding = pLimit(2)
/** AVIF takes 800 MB at 40 megapixels: one at a time. */
const decodingAvif = pLimit(1)
/** Each that waits holds its bytes: more than so many are turned away. */
const MAX_WAITING = 48

/**
 * Decodes an image and encodes it anew as WebP, so that nothing of the file but what one sees remains: upright, in sRGB, at most 2048
 * pixels wide and high, without EXIF, place or profile. An animation stays one. The bytes alone decide what it is. Throws
 * `payload_too_large`, `unsupported_media_type`, `validation_failed` on `file` for one that is broken or too large to draw, and
 * `unavailable` while too many wait already.
 */
export async function makePicture(bytes: Buffer): Promise<Picture> {
  if (bytes.length === 0) throw invalid('file', 'empty', 'The file is empty. Choose an image.')
  if (bytes.length > IMAGE_MAX_BYTES) throw new AppError('payload_too_large', 'The image is too large: at most 4 MiB.')
  const format = formatOf(bytes)
  if (!format) throw unsupported()
  // Of a GIF that was cut off libvips draws what there is.
  if (format === 'gif' && !isWholeGif(bytes)) throw broken(format)
  if (decoding.pendingCount + decodingAvif.pendingCount >= MAX_WAITING) throw tooMany()
  return format === 'avif' ? decodingAvif(() => decoding(() => redraw(bytes, format))) : decoding(() => redraw(bytes, format))
}

async function redraw(bytes: Buffer, format: Format): Promise<Picture> {
  const frames = await inspect(bytes, format)
  try {
    const animated = frames > 1
    const full = await encodeWebp(open(bytes, { animated }), MAX_SIDE)
    const widths = animated ? [] : SMALLER.filter((width) => width < full.width)
    const renditions: Rendition[] = []
    for (const width of widths) renditions.push(await encodeWebp(open(full.bytes), width))
    return { contentType: 'image/webp', renditions: [...renditions, full], blurhash: await blurhashOf(full.bytes) }
  } catch (error) {
    throw isTimeout(error) ? tooSlow(error) : broken(format, error)
  }
}

/** The middle of a picture of ours at exactly this size, still, encoded anew. */
export async function cropPicture(bytes: Buffer, { width, height }: { width: number; height: number }): Promise<Picture> {
  return decoding(async () => {
    const data = await open(bytes).resize({ width, height, fit: 'cover' }).webp({ quality: 82, effort: 3 }).toBuffer()
    return { contentType: 'image/webp', renditions: [{ width, height, bytes: data }], blurhash: await blurhashOf(data) }
  })
}

/** The middle of a picture of ours at exactly this size, as PNG. */
export function drawPng(bytes: Buffer, { width, height }: { width: number; height: number }): Promise<Buffer> {
  return decoding(() => open(bytes).resize({ width, height, fit: 'cover' }).png().toBuffer())
}

/** How many frames it has, from its header, before anything is decoded. */
async function inspect(bytes: Buffer, format: Format): Promise<number> {
  let header: Metadata
  try {
    header = await sharp(bytes, { failOn: 'error', limitInputPixels: false }).metadata()
  } catch (error) {
    throw broken(format, error)
  }
  if (format === 'avif' && header.compression !== 'av1') throw unsupported()
  const frames = header.pages ?? 1
  const pixels = header.width * (header.pageHeight ?? header.height)
  if (pixels > MAX_PIXELS) throw invalid('file', 'too_many_pixels', 'The image is too large: at most 40 megapixels.')
  if (frames > MAX_FRAMES || (frames > 1 && pixels * frames > MAX_PIXELS_MOVING))
    throw invalid('file', 'too_many_frames', 'The animation is too long: at most 500 frames and 100 megapixels in all.')
  return frames
}

/** What the bytes begin with, by the specification of each format. */
function formatOf(bytes: Buffer): Format | null {
  const begins = (signature: string, at = 0) => bytes.subarray(at, at + signature.length).toString('latin1') === signature
  if (begins('\x89PNG\r\n\x1a\n')) return 'png'
  if (begins('\xff\xd8\xff')) return 'jpeg'
  if (begins('RIFF') && begins('WEBP', 8)) return 'webp'
  if (begins('GIF87a') || begins('GIF89a')) return 'gif'
  if (begins('ftyp', 4) && brandsOf(bytes).some((brand) => brand === 'avif' || brand === 'avis')) return 'avif'
  return null
}

/** What the first box of an ISO media file says that it is (ISO/IEC 14496-12 §4.3): HEIC, AVIF and films differ here only. */
function brandsOf(bytes: Buffer): string[] {
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256)
  return Array.from({ length: Math.max(0, Math.floor((end - 8) / 4)) }, (_, index) =>
    bytes.toString('latin1', 8 + index * 4, 12 + index * 4),
  )
}

function open(bytes: Buffer, { animated = false } = {}): Sharp {
  return sharp(bytes, { animated, failOn: 'error', limitInputPixels: MAX_PIXELS_MOVING }).timeout({ seconds: PATIENCE_SECONDS })
}

async function encodeWebp(image: Sharp, side: number): Promise<Rendition> {
  const { data, info } = await image
    .autoOrient()
    .resize({ width: side, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: 82, effort: 3 })
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.pageHeight ?? info.height, bytes: data }
}

async function blurhashOf(bytes: Buffer): Promise<string> {
  const { data, info } = await open(bytes).resize(32, 32, { fit: 'inside' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return encode(new Uint8ClampedArray(data), info.width, info.height, 4, 3)
}

function unsupported(): AppError {
  return new AppError('unsupported_media_type', 'Send a PNG, JPEG, WebP, GIF or AVIF image.')
}

function tooMany(): AppError {
  return new AppError('unavailable', 'Many images are being uploaded right now. Try again in a moment.', {
    headers: { 'Retry-After': '10' },
  })
}

/** sharp says it in words only. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message.includes('timeout:')
}

function tooSlow(cause: unknown): AppError {
  const message = 'The image takes too long to draw. Send a smaller or shorter one.'
  return new AppError('validation_failed', message, { errors: [{ field: 'file', code: 'too_complex', message }], cause })
}

function broken(format: Format, cause?: unknown): AppError {
  const message = `The file begins like ${format.toUpperCase()} but cannot be read as an image. Save it anew and try again.`
  return new AppError('validation_failed', message, { errors: [{ field: 'file', code: 'unreadable', message }], cause })
}
