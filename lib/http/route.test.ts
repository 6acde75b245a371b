import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

// Nobody listens there.
vi.hoisted(() => vi.stubEnv('DATABASE_URL', 'postgres://linnet@127.0.0.1:1/linnet'))

import { AppError } from '@/lib/errors'
import { routes } from '@/lib/http/route'
import { log } from '@/lib/log'
import { call } from '@/lib/testing/api'
import { createTweet } from '@/lib/tweets/commands'

const lines: string[] = []
const loud = log as unknown as Record<symbol, unknown>
const stream = loud[pino.symbols.streamSym]

beforeEach(() => {
  lines.length = 0
  loud[pino.symbols.streamSym] = { write: (line: string) => lines.push(line) }
  log.level = 'info'
})

afterEach(() => {
  loud[pino.symbols.streamSym] = stream
  log.level = 'silent'
})

const get = (request: Request) =>
  routes({ GET: () => Promise.reject(new TypeError('the inside: hunter2')) }, { fresh: true, uncounted: true }).GET(request, {
    params: Promise.resolve({}),
  })

describe('an inner error', () => {
  it('is a 500 that tells nothing of the inside, and is in the log under its request id', async () => {
    const response = await get(new Request('http://localhost/api/x'))
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', status: 500 })
    expect(text).not.toMatch(/inside|hunter2|TypeError|\.ts/)
    const entries = lines.map((line) => JSON.parse(line))
    expect(entries).toMatchObject([
      { level: 'error', err: { message: 'the inside: hunter2' } },
      { level: 'info', method: 'GET', path: '/api/x', status: 500 },
    ])
    for (const { requestId } of entries) expect(requestId).toBe(response.headers.get('x-request-id'))
  })
})

describe('an error of ours', () => {
  it('is answered and logged whatever caused it', async () => {
    const cause = await new Promise((resolve) => {
      const late = AbortSignal.timeout(1)
      late.addEventListener('abort', () => resolve(late.reason))
    })
    const handlers = routes(
      { GET: () => Promise.reject(new AppError('unavailable', 'Not now.', { cause })) },
      { fresh: true, uncounted: true },
    )
    const response = await handlers.GET(new Request('http://localhost/api/x'), { params: Promise.resolve({}) })
    expect(response.status).toBe(503)
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'error', err: { message: expect.stringMatching(/^Not now\.: .*timeout/) } },
      { level: 'info', status: 503 },
    ])
  })
})

describe('a request', () => {
  it('leaves one line, without its query, headers and body', async () => {
    await call('GET', '/api/health?token=hunter2', { headers: { Cookie: 'other=hunter2', 'User-Agent': 'hunter2' } })
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain('hunter2')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ method: 'GET', path: '/api/health', status: 200, ms: expect.any(Number) })
  })

  it("gets an id of our own, not the client's", async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => (await call('GET', '/api/health', { headers: { 'X-Request-Id': 'mine' } })).headers.get('x-request-id')),
    )
    expect(new Set(ids).size).toBe(2)
    expect(ids).not.toContain('mine')
  })
})

describe('without a database', () => {
  it('the process is up', async () => {
    expect(await call('GET', '/api/health')).toMatchObject({ status: 200 })
  })

  it.each([
    ['GET', '/api/ready', {}],
    ['GET', '/api/openapi.json', {}],
    ['GET', '/api/timelines/public', {}],
    ['GET', '/api/users/ada', {}],
    ['GET', '/api/hashtags/linnet', {}],
    ['POST', '/api/auth/token', { json: { grant_type: 'refresh_token', refresh_token: 'x' } }],
    ['POST', '/api/auth/token', { json: { grant_type: 'password', username: 'ada', password: 'x' } }],
    ['POST', '/api/users', { json: { username: 'ada', email: 'ada@linnet.example', password: 'correct horse battery' } }],
  ])('%s %s is 503 with Retry-After', async (method, url, options) => {
    const { status, headers, body, text } = await call(method, url, options)
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'unavailable' })
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|prisma/i)
  })

  it('a command fails as unavailable, not as something else', async () => {
    const me = {
      id: '019a4b5c-6d7e-7f80-8123-456789abcdef',
      username: 'ada',
      name: 'Ada',
      avatarUrl: null,
      role: 'member' as const,
      sessionId: '019a4b5c-6d7e-7f80-8123-456789abcdef',
    }
    const { isUnavailable } = await import('@/lib/db')
    const error = await createTweet(me, { content: 'a' }).catch((failure: unknown) => failure)
    expect(isUnavailable(error)).toBe(true)
  })
})
