import { readFile } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { Viewer } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { findFile } from '@/lib/media/storage/disk'
import { type Answer, accessTokenOf, send } from '@/lib/testing/api'

type Sent = { as?: Viewer | null; headers?: Record<string, string> }

type Upload = Sent & { name?: string; filename?: string; type?: string; fields?: Record<string, string> }

/** Ways to send images to the API, by this person where nobody else is named. */
export function uploadsBy(whose: () => Viewer) {
  /** Sends this body to POST /api/media. */
  async function post(body: BodyInit, { as = whose(), headers = {} }: Sent = {}): Promise<Answer> {
    const authorization = as && { Authorization: `Bearer ${await accessTokenOf(as)}` }
    const init = { method: 'POST', headers: { ...authorization, ...headers }, body, duplex: 'half' }
    return send(new Request(new URL('/api/media', env.APP_URL), init as RequestInit))
  }

  /** Uploads these bytes as a browser would, in a part of this name. */
  function upload(bytes: Buffer, { name = 'file', filename = 'photo.png', type = 'image/png', fields = {}, ...sent }: Upload = {}) {
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.append(field, value)
    form.append(name, new File([new Uint8Array(bytes)], filename, { type }))
    return post(form, sent)
  }

  /** A form written by hand; the parts are headers and content. */
  function raw(parts: [string, string | Buffer][], end = '--xyz--\r\n') {
    const body = parts.flatMap(([head, content]) => [Buffer.from(`--xyz\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')])
    return post(new Uint8Array(Buffer.concat([...body, Buffer.from(end)])), {
      headers: { 'Content-Type': 'multipart/form-data; boundary=xyz' },
    })
  }

  return { post, upload, raw }
}

/** The head of the part that holds the file. */
export const FILE = 'Content-Disposition: form-data; name="file"; filename="a.png"'

/** What is wrong with which field, as the answer says it. */
export const codes = ({ body }: Answer) => body.errors?.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)

/** The bytes that were stored of this image. */
export async function stored({ body }: Answer): Promise<Buffer> {
  const file = await findFile(new URL(body.url).pathname.split('/').at(-1) ?? '')
  return readFile(file?.path ?? '')
}

/** So many bytes for ever, and how many of them were taken. */
export function endless(chunk: Buffer): { body: ReadableStream; taken: () => number } {
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

/** A chunk of a PNG, with its checksum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, sum])
}

/** A PNG that claims this size, whatever is in it. */
export function claim(width: number, height: number, { chunks = [] as Buffer[], data = deflateSync(Buffer.alloc(310)) } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, pngChunk('IHDR', header), ...chunks, pngChunk('IDAT', data), pngChunk('IEND', Buffer.alloc(0))])
}

/** An animation of so many plain frames. */
export function animation(frames: number, width: number, height: number) {
  const bytes = Buffer.alloc(frames * width * height * 3)
  for (let n = 0; n < frames; n++) bytes.fill((n * 7) % 256, n * width * height * 3, (n + 1) * width * height * 3)
  return sharp(bytes, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
}

/** One colour at this size. */
export const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#369' } })
