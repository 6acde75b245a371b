import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'

/** Nothing in it may run, wherever it is opened, and what is behind its name never changes. */
const HEADERS = {
  'Accept-Ranges': 'bytes',
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Content-Disposition': 'inline',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
}

/** A file of ours that never changes, whole or the one range that is asked for (RFC 9110 §14), 304 to who has it, 404 where there is none. */
export function serveFile(request: Request, file: { path: string; size: number } | null, type: string): Response {
  if (!file) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
  const { path, size } = file
  const etag = `"${basename(path)}"`
  const headers = new Headers({ ...HEADERS, ETag: etag })
  const known = request.headers.get('if-none-match') ?? ''
  if (known === '*' || known.includes(etag)) return new Response(null, { status: 304, headers })
  headers.set('Content-Type', type)
  const range = rangeOf(request, size, etag)
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  headers.set('Content-Length', String(end - start + 1))
  if (range) headers.set('Content-Range', `bytes ${start}-${end}/${size}`)
  const body = request.method === 'HEAD' ? null : (Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream)
  return new Response(body, { status: range ? 206 : 200, headers })
}

/** The one range that is asked for; null, which is all of it, where none is or several are. */
function rangeOf(request: Request, size: number, etag: string): { start: number; end: number } | 'unsatisfiable' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('range') ?? '') ?? []
  const condition = request.headers.get('if-range')
  // Only a GET has ranges (RFC 9110 §14.2).
  if (request.method !== 'GET' || (!first && !last) || (condition && condition !== etag)) return null
  const start = first ? Number(first) : Math.max(0, size - Number(last))
  const end = first && last ? Math.min(Number(last), size - 1) : size - 1
  if (first && last && Number(last) < Number(first)) return null
  return start < size && start <= end ? { start, end } : 'unsatisfiable'
}
