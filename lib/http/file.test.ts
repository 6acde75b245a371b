import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { serveFile } from '@/lib/http/file'

const folder = mkdtempSync(join(tmpdir(), 'linnet-file-'))
const path = join(folder, 'abc.webp')
const TEXT = '0123456789'
writeFileSync(path, TEXT)
afterAll(() => rmSync(folder, { recursive: true }))

const ETAG = '"abc.webp"'
const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  serveFile(new Request('http://localhost/media/abc.webp', { method, headers }), { path, size: TEXT.length }, 'image/webp')

describe('a file', () => {
  it('is served whole, to be kept for ever, and nothing in it may run', async () => {
    const answer = ask()
    expect([answer.status, await answer.text()]).toEqual([200, TEXT])
    expect(Object.fromEntries(answer.headers)).toEqual({
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-disposition': 'inline',
      'content-length': '10',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'image/webp',
      'cross-origin-resource-policy': 'cross-origin',
      etag: ETAG,
      'x-content-type-options': 'nosniff',
    })
  })

  it('is the same for HEAD without its bytes, also when a range is asked for', async () => {
    for (const headers of [{}, { Range: 'bytes=2-3' }] as Record<string, string>[]) {
      const answer = ask(headers, 'HEAD')
      expect([answer.status, await answer.text(), answer.headers.get('content-length')]).toEqual([200, '', '10'])
    }
  })

  it.each([ETAG, `W/${ETAG}`, `"other", ${ETAG}`, '*'])('is 304 to who has %s', async (known) => {
    const answer = ask({ 'If-None-Match': known })
    expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', ETAG])
    expect(ask({ 'If-None-Match': '"other"' }).status).toBe(200)
  })

  it.each([
    ['bytes=0-0', '0', '0-0'],
    ['bytes=2-4', '234', '2-4'],
    ['bytes=7-', '789', '7-9'],
    ['bytes=-3', '789', '7-9'],
    ['bytes=-99', TEXT, '0-9'],
    ['bytes=5-999999999999999999999', '56789', '5-9'],
  ])('gives the range %s', async (range, part, where) => {
    const answer = ask({ Range: range })
    expect([answer.status, await answer.text()]).toEqual([206, part])
    expect(answer.headers.get('content-range')).toBe(`bytes ${where}/10`)
    expect(answer.headers.get('content-length')).toBe(String(part.length))
  })

  it.each(['bytes=10-', 'bytes=10-12', 'bytes=-0', `bytes=${'9'.repeat(400)}-`])('is 416 for the range %s', async (range) => {
    const answer = ask({ Range: range })
    expect([answer.status, await answer.text(), answer.headers.get('content-range')]).toEqual([416, '', 'bytes */10'])
  })

  it.each(['bytes=4-2', 'bytes=0-1,3-4', 'bytes=', 'bytes=a-b', 'lines=0-1', 'bytes=-', 'bytes=1.5-2', '0-1'])(
    'is whole for %s, which is no range or several',
    async (range) => {
      expect(await ask({ Range: range }).text()).toBe(TEXT)
    },
  )

  it('gives a range only of what was asked about', async () => {
    expect(ask({ Range: 'bytes=0-1', 'If-Range': ETAG }).status).toBe(206)
    expect(ask({ Range: 'bytes=0-1', 'If-Range': '"other"' }).status).toBe(200)
    expect(ask({ Range: 'bytes=0-1', 'If-Range': new Date().toUTCString() }).status).toBe(200)
  })

  it('that is none is 404, and that is kept by nobody', async () => {
    const answer = serveFile(new Request('http://localhost/media/x'), null, 'image/webp')
    expect([answer.status, await answer.text(), answer.headers.get('cache-control')]).toEqual([404, '', 'no-store'])
  })
})
