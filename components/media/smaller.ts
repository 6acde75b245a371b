/** As the server keeps them: what is wider or taller it makes smaller too. */
const LONGEST = 2048
/** Photos up to this size go as they are; hosts take about 4 MB a request, and phones pay for each. */
const LIGHT_BYTES = 1_500_000
const QUALITY = 0.85

/** Where of the image to draw what, in its own pixels, and how large. */
export type Cut = { x: number; y: number; width: number; height: number; drawnWidth: number; drawnHeight: number }

/** The photo, made smaller if it is large; whatever moves, or what this browser cannot read, as it is. */
export async function makeSmaller(file: File): Promise<Blob> {
  if (file.type === 'image/gif' || (await moves(file))) return file
  const image = await readImage(file)
  if (!image) return file
  const { width, height } = image
  const scale = Math.min(1, LONGEST / Math.max(width, height))
  try {
    if (scale === 1 && file.size <= LIGHT_BYTES) return file
    const [drawnWidth, drawnHeight] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
    const smaller = await draw(image, { x: 0, y: 0, width, height, drawnWidth, drawnHeight })
    return smaller && smaller.size < file.size ? smaller : file
  } finally {
    image.close()
  }
}

/** The image, upright; null for what this browser cannot read. */
export function readImage(file: Blob): Promise<ImageBitmap | null> {
  return createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
}

/** A part of the image, drawn anew as WebP, or as JPEG where the browser writes no WebP. */
export async function draw(image: ImageBitmap, { x, y, width, height, drawnWidth, drawnHeight }: Cut): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = drawnWidth
  canvas.height = drawnHeight
  const context = canvas.getContext('2d')
  if (!context) return null
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, x, y, width, height, 0, 0, drawnWidth, drawnHeight)
  const webp = await encode(canvas, 'image/webp')
  if (webp?.type === 'image/webp') return webp
  // JPEG knows no transparency: what is clear becomes white and not black.
  context.globalCompositeOperation = 'destination-over'
  context.fillStyle = '#fff'
  context.fillRect(0, 0, drawnWidth, drawnHeight)
  return encode(canvas, 'image/jpeg')
}

function encode(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY))
}

/** Whether it is an animated WebP, by the flag in its header, or an AVIF sequence, by its brand. */
async function moves(file: Blob): Promise<boolean> {
  const header = new Uint8Array(await file.slice(0, 32).arrayBuffer())
  const word = (at: number) => String.fromCharCode(...header.slice(at, at + 4))
  if (word(8) === 'WEBP') return word(12) === 'VP8X' && ((header[20] ?? 0) & 2) !== 0
  return word(4) === 'ftyp' && word(8) === 'avis'
}
