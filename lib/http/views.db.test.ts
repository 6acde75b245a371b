import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { db } from '@/lib/db'
import { follow } from '@/lib/follows/commands'
import { hashtagView } from '@/lib/hashtags/schema'
import { pageOf } from '@/lib/page'
import { call } from '@/lib/testing/api'
import { newUsername, PASSWORD, type Person, people, somebody, tweetBy } from '@/lib/testing/factory'
import { deleteTweet } from '@/lib/tweets/commands'
import { threadView, tweetView } from '@/lib/tweets/schema'
import { meView, userView } from '@/lib/users/schema'

let me: Person
let them: Person
let tweet: string

beforeAll(async () => {
  ;[me, them] = (await people(2)) as [Person, Person]
  await follow(me, them.username)
  await follow(them, me.username)
  const root = await tweetBy(them, `The root. #view @${me.username} https://linnet.example/a`)
  const gone = await tweetBy(them, 'Gone.', { replyToId: root.id })
  tweet = (await tweetBy(me, 'An answer and a quote. #view', { replyToId: gone.id, quoteId: root.id })).id
  await tweetBy(them, 'A reply. #view', { replyToId: tweet, quoteId: gone.id })
  await tweetBy(me, 'A quote of what is gone. #view', { quoteId: gone.id })
  await deleteTweet(them, gone.id)
})

/** The paths of every field in the value; those in lists under `[]`. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(item, `${path}[]`))
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([name, field]) => fieldsOf(field, `${path}.${name}`))
}

/** The answer is what the schema says, and not a field more. */
function expectView(schema: z.ZodType, body: unknown) {
  const parsed = schema.parse(body)
  expect(fieldsOf(body).toSorted()).toEqual(fieldsOf(parsed).toSorted())
  expect(fieldsOf(body).filter((path) => /password|hash$|secret/i.test(path))).toEqual([])
}

const READS: [string, () => string, z.ZodType][] = [
  ['me', () => '/api/users/me', meView],
  ['a person', () => `/api/users/${them.username}`, userView],
  ['their tweets', () => `/api/users/${me.username}/tweets`, pageOf(tweetView)],
  ['their replies', () => `/api/users/${me.username}/tweets?filter=replies`, pageOf(tweetView)],
  ['their media', () => `/api/users/${me.username}/tweets?filter=media`, pageOf(tweetView)],
  ['their likes', () => `/api/users/${me.username}/tweets?filter=likes`, pageOf(tweetView)],
  ['followers', () => `/api/users/${me.username}/followers`, pageOf(userView)],
  ['following', () => `/api/users/${me.username}/following`, pageOf(userView)],
  ['a tweet', () => `/api/tweets/${tweet}`, tweetView],
  ['replies', () => `/api/tweets/${tweet}/replies`, pageOf(tweetView)],
  ['a thread', () => `/api/tweets/${tweet}/thread`, threadView],
  ['home', () => '/api/timelines/home', pageOf(tweetView)],
  ['public', () => '/api/timelines/public', pageOf(tweetView)],
  ['a hashtag', () => '/api/hashtags/view', hashtagView],
  ['tweets of a hashtag', () => '/api/hashtags/view/tweets', pageOf(tweetView)],
]

describe('every read answers what its schema says and no more', () => {
  it.each(READS)('%s, for somebody', async (_, url, schema) => {
    const { status, body } = await call('GET', url(), { as: me })
    expect(status).toBe(200)
    expectView(schema, body)
  })

  it.each(READS.filter(([name]) => name !== 'me' && name !== 'home'))(
    '%s, for everybody: without email addresses and viewers',
    async (_, url, schema) => {
      const { status, body, text } = await call('GET', url())
      expect(status).toBe(200)
      expectView(schema, body)
      for (const person of [me, them]) expect(text).not.toContain(person.email)
      expect(text).not.toMatch(/"viewer":\{/)
      expect(text).not.toContain('$argon2')
    },
  )

  it("another's email address is not in what somebody reads", async () => {
    for (const [, url] of READS) expect((await call('GET', url(), { as: me })).text).not.toContain(them.email)
  })

  it('nothing of a deleted tweet is left but its place', async () => {
    const { body, text } = await call('GET', `/api/tweets/${tweet}/thread`)
    expect(body.ancestors.map((ancestor: object) => 'deleted' in ancestor)).toEqual([false, true])
    expect(text).not.toContain('Gone.')
  })
})

describe('every write answers what its schema says and no more', () => {
  it('sign up: 201, Me, and where it is', async () => {
    const username = newUsername()
    const { status, body, headers, text } = await call('POST', '/api/users', {
      json: { username, email: `${username}@linnet.example`, password: PASSWORD },
    })
    expect(status).toBe(201)
    expectView(meView, body)
    expect(headers.get('location')).toBe(`http://localhost:3000/api/users/${username}`)
    expect(text).not.toContain(PASSWORD)
    expect((await call('GET', headers.get('location') ?? '')).body).toMatchObject({ id: body.id })
  })

  it('sign up with a taken name: 409, and the field', async () => {
    const json = { username: me.username, email: 'new@linnet.example', password: PASSWORD }
    expect(await call('POST', '/api/users', { json })).toMatchObject({
      status: 409,
      body: { code: 'conflict', errors: [{ field: 'username', code: 'taken' }] },
    })
  })

  it('tweet: 201, the tweet, and where it is; once for one key', async () => {
    const post = () => call('POST', '/api/tweets', { as: me, json: { content: 'Once. #view' }, headers: { 'Idempotency-Key': 'view' } })
    const [first, again] = [await post(), await post()]
    expect([first.status, again.status]).toEqual([201, 201])
    expectView(tweetView, first.body)
    expect(first.headers.get('location')).toBe(`http://localhost:3000/api/tweets/${first.body.id}`)
    expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([null, 'true'])
    expect(again.body).toEqual(first.body)
    const other = await call('POST', '/api/tweets', { as: me, json: { content: 'Twice.' }, headers: { 'Idempotency-Key': 'view' } })
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
  })

  it('delete a tweet: 204; of somebody else: 403; twice: 404', async () => {
    const { id } = await tweetBy(me)
    expect(await call('DELETE', `/api/tweets/${id}`, { as: them })).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect(await call('DELETE', `/api/tweets/${id}`, { as: me })).toMatchObject({ status: 204, text: '' })
    expect(await call('DELETE', `/api/tweets/${id}`, { as: me })).toMatchObject({ status: 404 })
  })

  it('edit the profile: Me', async () => {
    const { status, body } = await call('PATCH', '/api/users/me', { as: me, json: { bio: 'Birds.' } })
    expect(status).toBe(200)
    expectView(meView, body)
    expect(body.bio).toBe('Birds.')
  })

  it('follow and unfollow: the person as they now are', async () => {
    for (const [method, following] of [
      ['PUT', true],
      ['PUT', true],
      ['DELETE', false],
      ['DELETE', false],
      ['PUT', true],
    ] as const) {
      const { status, body } = await call(method, `/api/users/${them.username}/follow`, { as: me })
      expect(status).toBe(200)
      expectView(userView, body)
      expect(body).toMatchObject({ viewer: { following }, followersCount: following ? 1 : 0 })
    }
    expect(await call('PUT', `/api/users/${me.username}/follow`, { as: me })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'username', code: 'self' }] },
    })
  })

  it('delete the account: 403 with a wrong password, else 204, and the token is void at once', async () => {
    const leaver = await somebody()
    const remove = (password: string) => call('DELETE', '/api/users/me', { as: leaver, json: { password } })
    expect(await remove('wrong')).toMatchObject({ status: 403, body: { errors: [{ field: 'password' }] } })
    expect(await remove(PASSWORD)).toMatchObject({ status: 204, text: '' })
    expect(await remove(PASSWORD)).toMatchObject({ status: 401 })
    expect(await call('GET', '/api/users/me', { cookieOf: leaver })).toMatchObject({ status: 401 })
    expect(await db.user.count({ where: { id: leaver.id } })).toBe(0)
  })
})

describe('health', () => {
  it('is ok, and ready while the database answers', async () => {
    expect(await call('GET', '/api/health')).toMatchObject({ status: 200, body: { status: 'ok' } })
    expect(await call('GET', '/api/ready')).toMatchObject({ status: 200, body: { status: 'ready' } })
  })
})
