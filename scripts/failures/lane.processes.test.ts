import { request as open } from 'node:http'
import { connect } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { signToken } from '@/lib/auth/token'
import { db } from '@/lib/db'
import { accessTokenOf, anyAddress } from '@/lib/testing/api'
import { type Person, people, somebody, tweetBy } from '@/lib/testing/factory'
import { isWrite, nameOf, operations, urlOf } from '@/lib/testing/operations'
import { type OwnApp, ownApp } from '@/scripts/failures/app'
import { closeAll } from '@/scripts/lifetime'
import { childrenOf, signal } from '@/scripts/processes'

const { address, databaseUrl, env } = inject('host')

type Told = { status: number; headers: Record<string, string>; text: string }
type Asking = { method?: string; headers?: Record<string, string>; body?: string }

/** Asks by a connection of its own, so that the processes take turns. */
async function ask(path: string, { method = 'GET', headers = {}, body }: Asking = {}, at = address): Promise<Told> {
  const all = { 'X-Forwarded-For': anyAddress(), Host: 'localhost:3000', ...headers }
  const sent = open(`${at}${path}`, { method, agent: false, headers: all, signal: AbortSignal.timeout(10_000) })
  return new Promise((resolve, reject) => {
    sent.on('error', reject)
    sent.on('response', async (answer) => {
      const flat = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]))
      resolve({ status: answer.statusCode ?? 0, headers: flat, text: await textOf(answer) })
    })
    sent.end(body)
  })
}

const bearer = async (person: Person) => ({ Authorization: `Bearer ${await accessTokenOf(person)}` })
const cookie = async (person: Person) => ({
  Accept: 'text/html',
  Cookie: `${SESSION_COOKIE.name}=${await signToken('session', { userId: person.id, sessionId: person.sessionId })}`,
})
const json = { 'Content-Type': 'application/json' }

async function post(person: Person, content: string): Promise<void> {
  const told = await ask('/api/tweets', {
    method: 'POST',
    headers: { ...json, ...(await bearer(person)) },
    body: JSON.stringify({ content }),
  })
  expect(told.status).toBe(201)
}

let me: Person
let friend: Person

beforeAll(async () => {
  ;[me, friend] = (await people(2)) as [Person, Person]
})

afterAll(closeAll)

describe('the lane of the API', () => {
  let around: OwnApp
  let words: Record<string, string>

  beforeAll(async () => {
    around = await ownApp(databaseUrl, { ...env, LINNET_API_LANE: 'off' })
    const { id } = await tweetBy(friend, 'Heard in both lanes. #lane')
    words = { id, username: friend.username, word: 'lane' }
  }, 60_000)

  /** What the two must have in common: all that is not of the connection, the moment or Next.js alone. */
  function common({ status, headers, text }: Told) {
    const { date: _, connection: __, 'keep-alive': ___, 'transfer-encoding': ____, 'content-length': _____, ...own } = headers
    const vary = (own.vary ?? '').split(/, */).filter((name) => !/^(rsc|next-.*)$/i.test(name))
    const { 'x-request-id': id = '', ratelimit: left, 'content-security-policy': policy = '', ...kept } = own
    const csp = policy.replaceAll(/'nonce-[^']+'/g, '')
    return {
      status,
      headers: { ...kept, vary: vary.join(', '), csp },
      id: id.length,
      limited: left !== undefined,
      text: text.replace(id, ''),
    }
  }

  async function expectAlike(path: string, asking: Asking = {}) {
    const [lane, next] = [await ask(path, asking), await ask(path, asking, around.address)]
    expect(common(lane), `${asking.method ?? 'GET'} ${path}`).toEqual(common(next))
  }

  it.each(
    operations
      .filter((operation) => !isWrite(operation) && !/(metrics|cron|health|ready)$/.test(operation.path))
      .map((one) => [nameOf(one), one] as const),
  )('answers %s as Next.js does, whoever asks', async (_, operation) => {
    const path = urlOf(operation, words)
    for (const headers of [{}, await bearer(me), { Authorization: 'Bearer none' }]) await expectAlike(path, { headers })
    await expectAlike(path, { method: 'HEAD', headers: await bearer(me) })
    await expectAlike(path, { method: 'OPTIONS' })
    await expectAlike(`${path}${path.includes('?') ? '&' : '?'}limit=none&cursor=none`, { headers: await bearer(me) })
  })

  it('answers what it kept as Next.js does, until the session ends', async () => {
    const person = await somebody()
    const headers = await bearer(person)
    const addresses = ['/api/timelines/home', '/api/timelines/public?limit=2', `/api/users/${friend.username}`, '/api/hashtags/trending']
    for (const path of [...addresses, '/api/search?q=lane'])
      for (const who of [headers, {}, await cookie(person)])
        for (let again = 0; again < 4; again++) await expectAlike(path, { headers: who })
    const { headers: first } = await ask('/api/timelines/home', { headers })
    const known = { headers: { ...headers, 'If-None-Match': `"other", ${first.etag}` } }
    for (let again = 0; again < 4; again++) expect(await ask('/api/timelines/home', known)).toMatchObject({ status: 304, text: '' })
    const small = { headers: { ...headers, 'Accept-Encoding': 'gzip' } }
    const sizes = new Set<string | undefined>()
    for (let again = 0; again < 4; again++) sizes.add((await ask('/api/openapi.json', small)).headers['content-encoding'])
    expect([...sizes]).toEqual(['gzip'])
    await db.session.delete({ where: { id: person.sessionId } })
    for (let again = 0; again < 4; again++) expect((await ask('/api/timelines/home', { headers })).status).toBe(401)
  })

  it('refuses as Next.js does', async () => {
    const headers = { ...json, ...(await bearer(me)) }
    await expectAlike('/api/tweets', { method: 'POST', headers, body: '{' })
    await expectAlike('/api/tweets', { method: 'POST', headers, body: '{"content":""}' })
    await expectAlike('/api/tweets', { method: 'POST', headers, body: JSON.stringify('x'.repeat(70_000)) })
    await expectAlike('/api/tweets', { method: 'POST', headers: { ...headers, 'Content-Type': 'text/plain' }, body: 'x' })
    await expectAlike('/api/tweets', { method: 'POST', headers: json, body: '{}' })
    await expectAlike('/api/tweets', { method: 'PATCH', headers, body: '{}' })
    for (const path of [
      '/api/nothing',
      '/api/tweets/none',
      '/api/users/%00',
      '/api/users/caf%C3%A9',
      '/api/users/..',
      '/api/tweets/',
      '//api/tweets',
    ])
      await expectAlike(path, { headers })
  })
})

describe('what is kept', () => {
  it('is never older than what one wrote oneself, by whichever process and door', async () => {
    for (let n = 0; n < 12; n++) {
      const content = `Written and read ${n}.`
      await post(me, content)
      for (const path of ['/api/timelines/home', `/api/users/${me.username}/tweets`])
        for (let again = 0; again < 3; again++) expect((await ask(path, { headers: await bearer(me) })).text).toContain(content)
      for (let again = 0; again < 2; again++) expect((await ask('/home', { headers: await cookie(me) })).text).toContain(content)
    }
  })

  it('is at once as others wrote it, while not much is written', async () => {
    for (let n = 0; n < 8; n++) {
      const content = `Written for others ${n}.`
      await post(me, content)
      for (let again = 0; again < 3; again++) {
        expect((await ask(`/api/users/${me.username}/tweets`, { headers: await bearer(friend) })).text).toContain(content)
        expect((await ask(`/${me.username}`, { headers: { Accept: 'text/html' } })).text).toContain(content)
      }
    }
  })

  it('is a second old at most for others while much is written, and never for whoever writes', async () => {
    const writers = await people(6)
    const tweet = await tweetBy(friend, 'Much liked.')
    const until = performance.now() + 5_000
    const writing = writers.map(async (writer) => {
      const headers = await bearer(writer)
      for (let on = true; performance.now() < until; on = !on) {
        const told = await ask(`/api/tweets/${tweet.id}/like`, { method: on ? 'PUT' : 'DELETE', headers })
        expect(told.status).toBe(200)
        const { viewer } = JSON.parse((await ask(`/api/tweets/${tweet.id}`, { headers })).text)
        expect(viewer.liked).toBe(on)
      }
    })
    // Whoever tells how much is written must have seen it for a while.
    await sleep(2_500)
    for (let n = 0; n < 3; n++) {
      const content = `Amid much writing ${n}.`
      await post(me, content)
      const since = performance.now()
      const seen = async () => (await ask(`/api/users/${me.username}/tweets`, { headers: await bearer(friend) })).text.includes(content)
      while (!(await seen())) expect(performance.now() - since).toBeLessThan(2_000)
      expect((await ask(`/api/users/${me.username}/tweets`, { headers: await bearer(me) })).text).toContain(content)
    }
    await Promise.all(writing)
  }, 30_000)

  it('is never shown to somebody else', async () => {
    const all = await people(6)
    for (const person of all) await post(person, `Only followed by ${person.username}.`)
    const own = ['/api/timelines/home', '/api/users/me', '/api/users/me/bookmarks', '/api/auth/sessions', '/api/notifications']
    const asked = Array.from({ length: 10 }, () => all).flat()
    await Promise.all(
      asked.map(async (person) => {
        const others = all.filter(({ id }) => id !== person.id)
        const answers = await Promise.all([
          ...own.map(async (path) => ask(path, { headers: await bearer(person) })),
          ask('/home', { headers: await cookie(person) }),
        ])
        for (const { status, text } of answers) {
          expect(status).toBe(200)
          for (const other of others) expect(text).not.toContain(`Only followed by ${other.username}`)
        }
        expect(answers[1]?.text).toContain(person.username)
        for (const other of others) expect(answers[1]?.text).not.toContain(other.username)
      }),
    )
    const nobody = await Promise.all(own.map((path) => ask(path)))
    expect(nobody.map(({ status }) => status)).toEqual(own.map(() => 401))
    expect(await ask('/home', { headers: { Accept: 'text/html' } })).toMatchObject({ status: 307 })
  })

  it('ends with the session', async () => {
    const person = await somebody()
    const headers = await bearer(person)
    for (let again = 0; again < 4; again++) expect((await ask('/api/timelines/home', { headers })).status).toBe(200)
    expect((await ask(`/api/auth/sessions/${person.sessionId}`, { method: 'DELETE', headers })).status).toBe(204)
    for (let again = 0; again < 4; again++) expect((await ask('/api/timelines/home', { headers })).status).toBe(401)
    for (let again = 0; again < 4; again++) expect((await ask('/home', { headers: await cookie(person) })).status).toBe(307)
  })
})

describe('a page that is kept', () => {
  it('has a nonce of its own every time, in its policy and on its scripts', async () => {
    const nonces = new Set<string>()
    for (let again = 0; again < 6; again++) {
      const { headers, text } = await ask(`/${friend.username}`, { headers: { Accept: 'text/html' } })
      const [, nonce = ''] = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '') ?? []
      const inPage = new Set([...text.matchAll(/ nonce="([^"]*)"/g)].map(([, value]) => value))
      expect([...inPage]).toEqual([nonce])
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(6)
  })

  it('has an ETag for who is not signed in, is not sent again, and can be compressed', async () => {
    const Accept = 'text/html'
    const { headers } = await ask(`/${friend.username}`, { headers: { Accept } })
    expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', vary: expect.stringContaining('Cookie') })
    const again = await ask(`/${friend.username}`, { headers: { Accept, 'If-None-Match': headers.etag ?? '' } })
    expect(again).toMatchObject({ status: 304, text: '' })
    expect(again.headers['content-security-policy']).toBeUndefined()
    await post(friend, 'Something new.')
    const known = { headers: { Accept, 'If-None-Match': headers.etag ?? '' } }
    await expect.poll(async () => (await ask(`/${friend.username}`, known)).status, { timeout: 2_000 }).toBe(200)
    const small = await ask(`/${friend.username}`, { headers: { Accept, 'Accept-Encoding': 'gzip' } })
    expect(small.headers).toMatchObject({ 'content-encoding': 'gzip' })
    const signedIn = await ask('/home', { headers: await cookie(me) })
    expect(signedIn.headers['cache-control']).toContain('no-store')
    expect(signedIn.headers.etag).toBeUndefined()
  })

  it('is counted for the limit of who asks, and refused like any other', async () => {
    const limited = { Accept: 'text/html', 'X-Forwarded-For': anyAddress() }
    const told: number[] = []
    const askOften = async () => {
      while (told.length < 310) told.push((await ask(`/${friend.username}`, { headers: limited })).status)
    }
    await Promise.all([askOften(), askOften(), askOften(), askOften()])
    expect(told.filter((status) => status === 200)).toHaveLength(300)
    expect(told.at(-1)).toBe(429)
  }, 60_000)
})

describe('what could be read in two ways', () => {
  /** Sends it as it stands, by a connection of its own; the head of what comes back. */
  async function raw(lines: string[]): Promise<string> {
    const { hostname, port } = new URL(address)
    const socket = connect(Number(port), hostname)
    socket.setTimeout(10_000, () => socket.destroy(new Error('There is no answer.')))
    socket.write(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
    let told = ''
    for await (const chunk of socket.setEncoding('latin1')) {
      told += chunk
      if (told.includes('\r\n\r\n')) break
    }
    socket.destroy()
    return told
  }

  const from = () => `X-Forwarded-For: ${anyAddress()}`
  const turns = Array.from({ length: 8 })
  const shownTo = ({ text }: Told) =>
    /href="\/([\w]+)"[^>]*data-key="g p"|data-key="g p"[^>]*href="\/([\w]+)"/.exec(text)?.slice(1).find(Boolean)

  it.each([
    'a\xfc.a\xfc.a\xfc.a\xfc/api/hashtags/trending#xxxxx',
    `${'%C3%BC.'.repeat(6)}/api/hashtags/trending#xxxxx`,
    '1/aaaaa',
    'a b',
    'localhost:99999',
    '[',
  ])('a Host of %j is refused, and nobody is answered by it', async (host) => {
    const { username } = friend
    for (const _ of turns) {
      const told = await raw([`GET /api/users/${username} HTTP/1.1`, `Host: ${host}`, from(), 'Connection: close'])
      expect(told).toMatch(/^HTTP\/1.1 400 /)
      expect(told).toMatch(/\r\ncontent-type: application\/problem\+json\r\n/i)
      expect(told).toMatch(/\r\nx-request-id: /i)
    }
    for (const _ of turns) expect(JSON.parse((await ask('/api/hashtags/trending')).text)).not.toHaveProperty('username')
  })

  it.each([
    ['Host: localhost', 'Host: localhost:3000'],
    ['Authorization: Bearer x', 'Authorization: Bearer y'],
  ])('a header that comes twice is refused: %s', async (...twice) => {
    const told = await raw([
      'GET /api/timelines/public HTTP/1.1',
      ...(twice[0]?.startsWith('Host') ? [] : ['Host: localhost']),
      ...twice,
      from(),
      'Connection: close',
    ])
    expect(told).toMatch(/^HTTP\/1.1 400 /)
  })

  it('a cookie that comes encoded or twice is nobody’s, and what is kept for one is shown to no other', async () => {
    const [mine, theirs] = [(await cookie(me)).Cookie, (await cookie(friend)).Cookie]
    const [name = '', value = ''] = mine.split('=')
    const encoded = `${name}=%${value.charCodeAt(0).toString(16)}${value.slice(1)}`
    for (const [place, unclear] of [encoded, `${name}=x; ${mine}`, `${theirs}; ${mine}`, `${mine}; ${theirs}`].entries()) {
      const path = `/home?n=${place}-${Date.now()}`
      for (const _ of turns) expect((await ask(path, { headers: { Accept: 'text/html', Cookie: unclear } })).status).toBe(307)
      for (const _ of turns) expect((await ask(path, { headers: { Accept: 'text/html' } })).status).toBe(307)
      for (const _ of turns) expect(shownTo(await ask(path, { headers: { Accept: 'text/html', Cookie: theirs } }))).toBe(friend.username)
    }
  })

  it('a look that comes encoded or twice is nobody’s', async () => {
    for (const unclear of ['linnet.appearance=language%2Dar', 'linnet.appearance=language-en; linnet.appearance=language-ar']) {
      const path = `/explore?n=${unclear.length}-${Date.now()}`
      const page = { Accept: 'text/html', 'Accept-Language': 'en' }
      for (const _ of turns) expect((await ask(path, { headers: { ...page, Cookie: unclear } })).text).toContain('<html lang="en"')
      for (const _ of turns) expect((await ask(path, { headers: page })).text).toContain('<html lang="en"')
      for (const _ of turns) expect((await ask(path, { headers: { ...page, 'Accept-Language': 'ar' } })).text).toContain('<html lang="ar"')
    }
  })

  it('who is old, offers another protocol or asks about everything is answered all the same', async () => {
    expect(await raw(['GET /api/ready HTTP/1.0', from()])).toMatch(/^HTTP\/1.1 200 /)
    const offer = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__']
    await ask('/api/ready')
    for (const _ of turns) await ask('/api/ready')
    expect(await raw(['GET /api/ready HTTP/1.1', 'Host: localhost', ...offer, from()])).toMatch(/^HTTP\/1.1 200 /)
    expect(await raw(['OPTIONS * HTTP/1.1', 'Host: localhost', 'Connection: close'])).toMatch(/^HTTP\/1.1 204 /)
    expect(await raw(['GET http://localhost:3000/api/ready HTTP/1.1', 'Host: localhost', from(), 'Connection: close'])).toMatch(
      /^HTTP\/1.1 200 /,
    )
    const unknown = await raw(['PROPFIND /api/tweets HTTP/1.1', 'Host: localhost', from(), 'Connection: close'])
    expect(unknown).toMatch(/^HTTP\/1.1 405 [\s\S]*\r\nallow: /i)
  })

  it('a place in the pages that no router has told is passed over', async () => {
    for (const tree of ['x', '[]', 'null', '{}', '%ff', '["",null]']) {
      const told = await ask('/explore', { headers: { RSC: '1', 'Next-Router-State-Tree': tree } })
      expect([200, 307, 308], tree).toContain(told.status)
    }
  })
})

describe('the processes', () => {
  it('tell together what they counted', async () => {
    const headers = { Authorization: `Bearer ${env.METRICS_TOKEN}` }
    const count = async () => {
      const { text } = await ask('/api/metrics', { headers })
      return Number(/^linnet_tweets_total (\d+)$/m.exec(text)?.[1])
    }
    const before = await count()
    for (let n = 0; n < 6; n++) await post(me, `Counted ${n}.`)
    expect(await count()).toBe(before + 6)
  })

  it('are replaced when one ends', async () => {
    const pid = Number(env.WORKERS_PID)
    const [one] = childrenOf(pid)
    signal(one ?? 0, 'SIGKILL')
    await expect.poll(() => childrenOf(pid).length, { timeout: 10_000 }).toBe(2)
    await expect.poll(async () => (await ask('/api/health').catch(() => ({ status: 0 }))).status, { timeout: 20_000 }).toBe(200)
  }, 40_000)
})
