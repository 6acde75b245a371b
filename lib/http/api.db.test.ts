import { beforeAll, describe, expect, it, vi } from 'vitest'
import { signToken } from '@/lib/auth/token'
import { block } from '@/lib/blocks/commands'
import { bookmarkTweet } from '@/lib/bookmarks/commands'
import { db } from '@/lib/db'
import { ERRORS } from '@/lib/errors'
import { follow } from '@/lib/follows/commands'
import { followHashtag } from '@/lib/hashtags/commands'
import { openApiDocument } from '@/lib/http/openapi'
import { problemView } from '@/lib/http/operation'
import { newId } from '@/lib/id'
import { likeTweet } from '@/lib/likes/commands'
import { uploadMedia } from '@/lib/media/commands'
import { suspend } from '@/lib/moderation/commands'
import { mute } from '@/lib/mutes/commands'
import { createReport } from '@/lib/reports/commands'
import { listReports } from '@/lib/reports/queries'
import { retweet } from '@/lib/retweets/commands'
import { type Answer, accessTokenOf, call, handlersOf, type Options, routeFiles, send } from '@/lib/testing/api'
import { moderator, type Person, people, pictureFile, signedInAgain, somebody, tweetBy } from '@/lib/testing/factory'
import { HOST, someOf } from '@/lib/testing/host'
import { isWrite, nameOf, type Operation, operations, urlOf as urlWith } from '@/lib/testing/operations'

// One person tries everything here, which is more than anybody may.
vi.hoisted(() => vi.stubEnv('RATE_LIMITS', 'signed-in=100000/5m'))

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const those = (filter: (operation: Operation) => boolean) =>
  operations.filter(filter).map((operation) => [nameOf(operation), operation] as const)

const needsSomebody = ({ described }: Operation) => described.security?.length === 2
/** What only a program with a secret of its own may ask for. */
const OF_PROGRAMS = ['/api/cron', '/api/metrics']
const takesBody = ({ described }: Operation) => described.requestBody?.content['application/json'] !== undefined
const isToken = ({ path }: Operation) => path === '/api/auth/token' || path === '/api/auth/revoke'
const isList = ({ described }: Operation) =>
  described.parameters?.some(({ in: where, name }) => where === 'query' && name === 'limit') ?? false
const hasPath = ({ path }: Operation) => path.includes('{')

let me: Person
let mediaId: string
let them: Person
let reportId: string
let words: Record<string, string>

beforeAll(async () => {
  const [two, three] = (await people(2)) as [Person, Person]
  ;[me, them] = [await moderator(), two]
  await tweetBy(me, 'Before.')
  for (const other of [two, three]) {
    await follow(me, other.username)
    await follow(other, me.username)
  }
  const root = await tweetBy(me, 'The root. #api')
  for (const n of [1, 2, 3])
    await tweetBy(them, `${n} #api @${me.username} https://linnet.example`, { replyToId: root.id, quoteId: root.id })
  for (const other of [two, three]) {
    await likeTweet(other, root.id)
    await retweet(other, root.id)
    await bookmarkTweet(me, (await tweetBy(other, 'Worth keeping.')).id)
  }
  for (const word of ['apiary', 'api']) {
    await tweetBy(two, `Buzz. #${word}`)
    await followHashtag(me, word)
  }
  for (const stranger of await people(2)) {
    await block(me, stranger.username)
    await mute(me, stranger.username)
  }
  for (const unknown of await people(2)) {
    await follow(two, unknown.username)
    await createReport(two, { username: unknown.username, reason: 'other' })
    await suspend(me, unknown.username, {})
    await createReport(three, { tweetId: root.id, reason: 'other' })
    await createReport(two, { tweetId: root.id, reason: 'other' })
  }
  for (const unknown of await people(2)) await follow(two, unknown.username)
  await signedInAgain(me)
  mediaId = (await uploadMedia(me, await pictureFile(), {})).value.id
  reportId = (await listReports(me, {})).items[0]?.id ?? ''
  words = { id: root.id, username: me.username, word: 'api' }
})

const idIn = (path: string) => ({ media: mediaId, reports: reportId })[path.split('/')[2] ?? ''] ?? words.id ?? ''

/** The operation's path with words that exist, or with these, and what it must be asked. */
const urlOf = (operation: Operation, other: Partial<typeof words> = {}) =>
  urlWith(operation, { ...words, id: idIn(operation.path), ...other })

const withQuery = (url: string, query: string) => `${url}${url.includes('?') ? '&' : '?'}${query}`

/** Calls the operation, whose answer must be one that the document knows. */
async function attempt(operation: Operation, options: Options, other?: Partial<typeof words>): Promise<Answer> {
  const answer = await call(operation.method, urlOf(operation, other), options)
  const documented = operation.described.responses[answer.status]
  if (answer.status !== 304) expect([answer.status, documented]).toEqual([answer.status, expect.anything()])
  const type = answer.headers.get('content-type')
  if (type !== null) expect(Object.keys(documented?.content ?? {})).toContain(type)
  return answer
}

function expectProblem(answer: Answer, status: number, code?: string) {
  expect(answer).toMatchObject({ status })
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
  const body = problemView.strict().parse(answer.body)
  expect(body.status).toBe(status)
  expect(ERRORS[body.code].status).toBe(status)
  if (code) expect(body.code).toBe(code)
}

const rows = async () =>
  JSON.stringify([
    await db.user.findMany({ orderBy: { id: 'asc' } }),
    await db.tweet.count(),
    await db.follow.count(),
    await db.hashtag.count(),
  ])

describe('the document', () => {
  it('describes each method that each route.ts answers, and nothing else', async () => {
    const answered: string[] = []
    for (const route of routeFiles.filter(({ path }) => path !== '/api/{path}')) {
      const handlers = await handlersOf(route)
      const exported = Object.keys(handlers).filter((name) => name !== 'maxDuration')
      expect(exported.toSorted()).toEqual(METHODS.toSorted())
      if (route.path === '/api/auth/{nextauth}') continue
      const response = await handlers.OPTIONS?.(new Request('http://localhost/', { method: 'OPTIONS' }), { params: Promise.resolve({}) })
      const methods =
        response?.headers
          .get('allow')
          ?.split(', ')
          .filter((method) => method !== 'OPTIONS' && method !== 'HEAD') ?? []
      answered.push(...methods.map((method) => `${method} ${route.path}`))
    }
    expect(answered.toSorted()).toEqual(operations.map(nameOf).toSorted())
    expect(Object.keys(openApiDocument().paths ?? {})).toContain('/api/auth/{nextauth}')
  })

  it('is OpenAPI 3.1 and served', async () => {
    const { status, body } = await call('GET', '/api/openapi.json')
    expect(status).toBe(200)
    expect(body).toMatchObject({ openapi: '3.1.0', paths: { '/api/tweets': { post: { responses: { 201: {}, 401: {}, 422: {} } } } } })
  })
})

describe('without a token', () => {
  it.each(those(needsSomebody))('%s is 401 and says how to ask', async (_, operation) => {
    const answer = await attempt(operation, takesBody(operation) ? { json: {} } : {})
    expectProblem(answer, 401, 'unauthenticated')
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer\b/)
  })
})

describe('a bearer that is not good', () => {
  it.each(those((operation) => operation.path !== ''))('at %s is 401', async (_, operation) => {
    const ended = await somebodyWhoseSessionEnded()
    const bearers = {
      'no token': 'Bearer',
      'an empty token': 'Bearer ',
      'another scheme': `Basic ${Buffer.from('ada:secret').toString('base64')}`,
      words: 'Bearer not a token',
      rubbish: 'Bearer a.b.c',
      'a session cookie': `Bearer ${await signToken('session', { userId: me.id, sessionId: me.sessionId })}`,
      'an ended session': `Bearer ${await accessTokenOf(ended)}`,
      "somebody else's session": `Bearer ${await signToken('access', { userId: them.id, sessionId: me.sessionId })}`,
      'an edited token': `Bearer ${(await accessTokenOf(me)).replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))}`,
    }
    for (const Authorization of someOf(Object.values(bearers))) {
      const answer = await attempt(operation, { headers: { Authorization }, cookieOf: me, ...(takesBody(operation) && { json: {} }) })
      expectProblem(answer, 401, 'unauthenticated')
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"')
    }
  })

  let ended: Person | undefined
  async function somebodyWhoseSessionEnded() {
    ended ??= await somebody()
    await db.session.deleteMany({ where: { id: ended.sessionId } })
    return ended
  }
})

describe('a write with the cookie', () => {
  const ORIGINS: Record<string, Record<string, string>> = {
    'without Origin': {},
    'from null': { Origin: 'null' },
    'from another site': { Origin: 'https://evil.example' },
    'from another port': { Origin: 'http://localhost:3001' },
    'from a site with our name in its own': { Origin: 'http://localhost:3000.evil.example' },
    'from a list of origins': { Origin: 'http://localhost:3000, https://evil.example' },
    'from elsewhere, as the browser says': { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'cross-site' },
  }

  it.each(those(isWrite))('at %s must come from our own pages', async (_, operation) => {
    const before = await rows()
    for (const headers of someOf(Object.values(ORIGINS))) {
      const answer = await attempt(operation, { cookieOf: me, headers, ...(takesBody(operation) && { json: {} }) })
      expectProblem(answer, 403, 'cross_site_request')
    }
    expect(await rows()).toBe(before)
  })

  it('from our own pages is done', async () => {
    const url = `/api/users/${me.username}/follow`
    const ours: Record<string, string>[] = [
      { Origin: 'http://localhost:3000' },
      { Origin: 'https://proxied.example', Host: 'proxied.example' },
    ]
    for (const headers of ours) {
      expect(await call('PUT', url, { cookieOf: them, headers })).toMatchObject({ status: 200 })
    }
  })

  it('reads need no Origin', async () => {
    expect(await call('GET', '/api/users/me', { cookieOf: me, headers: { Origin: 'https://evil.example' } })).toMatchObject({
      status: 200,
      body: { id: me.id },
    })
  })

  it('a bearer needs no Origin', async () => {
    expect(await call('PUT', `/api/users/${me.username}/follow`, { as: them, headers: { Origin: 'https://evil.example' } })).toMatchObject({
      status: 200,
    })
  })

  it('a cookie that is not good is nobody', async () => {
    for (const cookie of ['linnet.session=x', `linnet.session=${await accessTokenOf(me)}`, 'linnet.session=', 'other=1; linnet.session']) {
      expectProblem(await call('GET', '/api/users/me', { headers: { cookie } }), 401)
      expect(await call('GET', '/api/timelines/public', { headers: { cookie } })).toMatchObject({ status: 200 })
    }
  })
})

describe('a body that cannot be read', () => {
  const json = { 'Content-Type': 'application/json' }
  const BODIES: [string, number, Options][] = [
    ['not JSON', 400, { body: '{', headers: json }],
    ['invalid UTF-8', 400, { body: new Uint8Array([0x7b, 0xff, 0x7d]), headers: json }],
    ['without a type', 415, { body: new Uint8Array([0x7b, 0x7d]) }],
    ['plain text', 415, { body: '{}', headers: { 'Content-Type': 'text/plain' } }],
    ['70 kB', 413, { body: JSON.stringify({ filler: 'x'.repeat(70_000) }), headers: json }],
  ]
  const cases = those(takesBody).flatMap(([name, operation]) =>
    BODIES.filter(([_, status]) => !(isToken(operation) && status === 400)).map(
      ([what, ...rest]) => [name, what, operation, ...rest] as const,
    ),
  )

  it.each(cases)('%s: %s', async (_name, _what, operation, status, options) => {
    expectProblem(await attempt(operation, { as: me, ...options }), status)
  })
})

describe('a body of the wrong shape', () => {
  const SHAPES: unknown[] = [null, 1, 'text', [], [{}], true, { unknown: 1 }, JSON.parse('{"__proto__":{"admin":true}}')]
  const FIELDS = ['username', 'email', 'password', 'name', 'bio', 'location', 'website', 'content', 'replyToId', 'quoteId', 'mediaIds']
  const VALUES: unknown[] = [1, true, {}, [], [1], 'a\0', '\ud800', 'x'.repeat(60_000)]

  it.each(those((operation) => takesBody(operation) && !isToken(operation)))('at %s is 422 and names the field', async (_, operation) => {
    const before = await rows()
    for (const json of someOf(SHAPES)) expectProblem(await attempt(operation, { as: me, json }), 422, 'validation_failed')
    for (const field of someOf(FIELDS)) {
      for (const value of someOf(VALUES)) {
        const answer = await attempt(operation, {
          as: me,
          json: { content: 'a', ...(operation.path === '/api/users' && VALID), [field]: value },
        })
        if (operation.path === '/api/users/me' && operation.method === 'DELETE' && field === 'password' && answer.status === 403) continue
        if (answer.status < 300) expect([field, value]).toEqual(['mediaIds', []])
        else expectProblem(answer, 422, 'validation_failed')
        if (answer.status === 422) expect(answer.body.errors.length).toBeGreaterThan(0)
      }
    }
    if (operation.path !== '/api/tweets') expect(await rows()).toBe(before)
  })

  const VALID = { username: 'never_made', email: 'never@linnet.example', password: 'correct horse battery', content: undefined }

  it.each(those((operation) => takesBody(operation) && !isToken(operation)))('none at all at %s is 422', async (_, operation) => {
    expectProblem(await attempt(operation, { as: me }), 422, 'validation_failed')
  })
})

describe('a path that names nothing', () => {
  const NOTHING: Record<string, string[]> = {
    id: [
      'x',
      '1',
      '0',
      newId().slice(1),
      `${newId()}0`,
      newId(),
      'null',
      "' OR 1=1 --",
      '\0',
      '%',
      '🐦',
      '00000000-0000-0000-0000-000000000000',
    ],
    username: ['nobody_at_all', 'no', 'x'.repeat(21), 'a b', "' OR 1=1 --", '\0', '%', '🐦', '..%2f', 'adаnonlatin'],
    word: ['never_used', '1', 'a b', '\0', '%', '🐦', '#', '##api', 'x'.repeat(101), '-'],
  }

  it.each(those(hasPath))('is 404: %s', async (_, operation) => {
    const name = /\{(\w+)\}/.exec(operation.path)?.[1] ?? ''
    for (const word of someOf(NOTHING[name] ?? [])) expectProblem(await attempt(operation, { as: me }, { [name]: word }), 404, 'not_found')
  })

  // Next.js answers some methods of /api by itself.
  it.each([...(HOST ? [] : ['/api']), '/api/x', '/api/tweets/x/y/z', '/api/users/ada/x', '/api/Tweets'])(
    'is 404 for every method: %s',
    async (url) => {
      for (const method of METHODS) {
        if (method === 'HEAD') continue
        expectProblem(await call(method, url), 404, 'not_found')
      }
    },
  )
})

describe('the page of a list', () => {
  const QUERIES = [
    'limit=0',
    'limit=-1',
    'limit=101',
    'limit=abc',
    'limit=',
    'limit=1.5',
    'limit=5&limit=5',
    'cursor=x',
    'cursor=',
    `cursor=${newId()}`,
    'cursor=%00',
    'cursor=%FF',
    'offset=5',
    // Next.js takes it away.
    ...(HOST ? [] : ['__proto__=1']),
  ]

  it.each(those(isList))('that is no page is 422: %s', async (_, operation) => {
    for (const query of someOf(QUERIES))
      expectProblem(await call('GET', withQuery(urlOf(operation), query), { as: me }), 422, 'validation_failed')
  })

  it.each(those(isList))('names the next by an absolute Link that can be followed: %s', async (_, operation) => {
    const first = await call('GET', withQuery(urlOf(operation), 'limit=1'), { as: me })
    const page = first.body.replies ?? first.body
    expect(page.items).toHaveLength(1)
    const link = /^<(http:\/\/localhost:3000\/api\/[^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1]
    const second = await send(new Request(link ?? '', { headers: { Authorization: `Bearer ${await accessTokenOf(me)}` } }))
    expect(second.status).toBe(200)
    expect((second.body.replies ?? second.body).items[0]).not.toEqual(page.items[0])
  })
})

describe('methods', () => {
  const paths = [...new Set(operations.map(({ path }) => path))]

  it.each(paths)('that %s does not know are 405 with Allow', async (path) => {
    const known = operations.filter((operation) => operation.path === path)
    const url = urlOf(known[0] as Operation)
    const allow = (await call('OPTIONS', url)).headers.get('allow')
    for (const method of METHODS) {
      const isKnown = known.some((operation) => operation.method === (method === 'HEAD' ? 'GET' : method))
      expect(allow?.split(', ').includes(method)).toBe(isKnown || method === 'OPTIONS')
      if (isKnown || method === 'OPTIONS') continue
      const answer = await call(method, url, { as: me })
      expect(answer).toMatchObject({ status: 405 })
      expect(answer.headers.get('allow')).toBe(allow)
    }
  })

  it.each(paths)('OPTIONS of %s is 204', async (path) => {
    const answer = await call('OPTIONS', urlOf(operations.find((operation) => operation.path === path) as Operation))
    expect(answer).toMatchObject({ status: 204, text: '' })
    expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
  })

  it.each(those((operation) => !isWrite(operation) && !OF_PROGRAMS.includes(operation.path)))(
    'HEAD is like %s without the body',
    async (_, operation) => {
      const [get, head] = [await attempt(operation, { as: me }), await call('HEAD', urlOf(operation), { as: me })]
      expect(get.text).not.toBe('')
      expect(head).toMatchObject({ status: get.status, text: '' })
      const plain = ({ headers }: Answer) =>
        Object.fromEntries([...headers].filter(([name]) => !['x-request-id', 'ratelimit'].includes(name)))
      expect(plain(head)).toEqual(plain(get))
    },
  )
})

describe('what may be cached', () => {
  const isFresh = ({ path }: Operation) => ['/api/health', '/api/ready', ...OF_PROGRAMS].includes(path)
  const reads = those((operation) => !isWrite(operation) && !isFresh(operation))

  it.each(those(isFresh))('%s is kept by nobody', async (_, operation) => {
    expect((await attempt(operation, {})).headers.get('cache-control')).toBe('no-store')
  })

  it.each(reads.filter(([, operation]) => !needsSomebody(operation)))(
    '%s has an ETag for everybody, and 304 for whoever has it',
    async (_, operation) => {
      const first = await attempt(operation, {})
      const etag = first.headers.get('etag') ?? ''
      expect(etag).toMatch(/^W\/"[\w-]+"$/)
      expect(first.headers.get('cache-control')).toMatch(/^public\b/)
      expect(first.headers.get('vary')).toMatch(/Authorization.*Cookie/)
      for (const known of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
        const again = await attempt(operation, { headers: { 'If-None-Match': known } })
        expect(again).toMatchObject({ status: 304, text: '' })
        expect(again.headers.get('etag')).toBe(etag)
      }
      expect(await attempt(operation, { headers: { 'If-None-Match': '"other"' } })).toMatchObject({ status: 200 })
    },
  )

  it.each(reads)('%s is private for somebody', async (_, operation) => {
    for (const who of [{ as: me }, { cookieOf: me }]) {
      expect((await attempt(operation, who)).headers.get('cache-control')).toMatch(/^private\b/)
    }
  })

  it('no error and no write is cached', async () => {
    expect((await call('GET', '/api/users/nobody_at_all')).headers.get('cache-control')).toBe('no-store')
    expect((await call('PUT', `/api/users/${me.username}/follow`, { as: them })).headers.get('cache-control')).toBe('no-store')
    expect((await call('POST', '/api/tweets', { as: them, json: { content: 'a' } })).headers.get('cache-control')).toBe('no-store')
  })
})

describe('nothing a client sends is a 5xx', () => {
  const HEADERS: Record<string, string>[] = [
    { 'X-Request-Id': 'mine' },
    { 'Idempotency-Key': '' },
    { 'If-None-Match': '"' },
    { 'Content-Length': 'many' },
    { 'User-Agent': 'ÿ'.repeat(2_000) },
    { 'X-Forwarded-For': 'ÿ,,,' },
    { Cookie: ';;;=;linnet.session=%%%' },
    { 'Accept-Language': 'xx', Accept: 'text/html' },
    { Origin: 'x' },
  ]

  it.each(operations.filter((operation) => operation.method !== 'DELETE').map((operation) => [nameOf(operation), operation] as const))(
    '%s',
    async (_, operation) => {
      for (const headers of someOf(HEADERS)) {
        for (const url of [urlOf(operation), `${urlOf(operation)}?&=&%&a[]=1&${'x'.repeat(4_000)}`]) {
          const answer = await call(operation.method, url, { as: me, headers })
          expect(answer.status).toBeLessThan(500)
          expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f]{8}-/)
        }
      }
    },
  )
})
