import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { signInAction, signOutAction, signUpAction } from '@/lib/auth/actions'
import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { findViewer } from '@/lib/auth/session'
import { verifyToken } from '@/lib/auth/token'
import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { followAction, unfollowAction } from '@/lib/follows/actions'
import { type FormState, IDLE } from '@/lib/http/form'
import { call, cookieHeaderOf } from '@/lib/testing/api'
import { newUsername, PASSWORD, type Person, people, somebody, tweetBy } from '@/lib/testing/factory'
import { deleteTweetAction, postTweetAction } from '@/lib/tweets/actions'
import { editProfileAction } from '@/lib/users/actions'

/** What Next.js gives an action: the browser's cookies, and a redirect that ends it. */
const browser = vi.hoisted(() => ({ cookies: new Map<string, string>() }))

vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (browser.cookies.has(name) ? { name, value: browser.cookies.get(name) } : undefined),
    set: (name: string, value: string) => (value === '' ? browser.cookies.delete(name) : browser.cookies.set(name, value)),
  }),
}))

vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))

vi.mock('next/navigation', () => {
  class Redirect extends Error {}
  return {
    redirect: (to: string) => {
      throw new Redirect(to)
    },
    notFound: () => {
      throw new Error('notFound')
    },
    unstable_rethrow: (error: unknown) => {
      if (error instanceof Redirect) throw error
    },
  }
})

type Action = (state: FormState, form: FormData) => Promise<FormState>

/** Sends the form in the browser of this person; the answer, or where it led. */
async function submit(action: Action, viewer: Viewer | null, fields: Record<string, string>): Promise<FormState | string> {
  browser.cookies.clear()
  if (viewer) browser.cookies.set(SESSION_COOKIE.name, (await cookieHeaderOf(viewer)).slice(SESSION_COOKIE.name.length + 1))
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, $ACTION_ID_1: '' })) form.set(name, value)
  return action(IDLE, form).catch((error: Error) => `→ ${error.message}`)
}

let ada: Person
let mei: Person
let root: string

beforeAll(async () => {
  ;[ada, mei] = (await people(2)) as [Person, Person]
  root = (await tweetBy(mei, 'The root.')).id
})

beforeEach(() => browser.cookies.clear())

const newestTweet = (author: Person) =>
  db.tweet.findFirstOrThrow({
    where: { authorId: author.id },
    orderBy: { id: 'desc' },
    omit: { id: true, createdAt: true, conversationId: true },
    include: { hashtags: { select: { hashtag: { select: { word: true } } } }, mentions: { select: { userId: true } } },
  })

describe('the form and the JSON door leave the same row', () => {
  it.each([
    ['a tweet', {}],
    ['a reply', { replyToId: () => root }],
    ['a quote', { quoteId: () => root }],
  ])('of %s', async (_, more) => {
    const input = {
      content: ' Cafe\u0301 #Ñandú @nobody_1\r\n#two ',
      ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, value()])),
    }
    expect(await submit(postTweetAction, ada, input)).toMatchObject({ status: 'done' })
    const byForm = await newestTweet(ada)
    expect(await call('POST', '/api/tweets', { as: ada, json: input })).toMatchObject({ status: 201 })
    const byJson = await newestTweet(ada)
    expect(byForm).toEqual(byJson)
    expect(byForm).toMatchObject({ content: 'Café #Ñandú @nobody_1\n#two', hashtags: { length: 2 } })
  })

  it('of a follow, and none of an unfollow', async () => {
    const [one, two] = (await people(2)) as [Person, Person]
    const follows = (person: Person) => db.follow.findMany({ where: { followerId: person.id }, select: { followingId: true } })
    expect(await submit(followAction, one, { username: mei.username })).toMatchObject({ status: 'done' })
    await call('PUT', `/api/users/${mei.username}/follow`, { as: two })
    expect(await follows(one)).toEqual(await follows(two))
    expect(await follows(one)).toEqual([{ followingId: mei.id }])
    expect(await submit(unfollowAction, one, { username: mei.username })).toMatchObject({ status: 'done' })
    await call('DELETE', `/api/users/${mei.username}/follow`, { as: two })
    expect([await follows(one), await follows(two)]).toEqual([[], []])
  })

  it('of a profile', async () => {
    const [one, two] = (await people(2)) as [Person, Person]
    const input = { name: ' Ine\u0301s ', bio: 'a\r\nb', location: '', website: 'linnet.example' }
    const profile = ({ id }: Person) =>
      db.user.findUniqueOrThrow({ where: { id }, select: { name: true, bio: true, location: true, website: true } })
    expect(await submit(editProfileAction, one, input)).toMatchObject({ status: 'done', values: {} })
    expect(await call('PATCH', '/api/users/me', { as: two, json: input })).toMatchObject({ status: 200 })
    expect(await profile(one)).toEqual(await profile(two))
    expect(await profile(one)).toEqual({ name: 'Inés', bio: 'a\nb', location: '', website: 'https://linnet.example' })
  })

  it('of a deleted tweet', async () => {
    const [one, two] = [await tweetBy(ada), await tweetBy(ada)]
    expect(await submit(deleteTweetAction, ada, { id: one.id })).toMatchObject({ status: 'done' })
    await call('DELETE', `/api/tweets/${two.id}`, { as: ada })
    const rows = await db.tweet.findMany({ where: { id: { in: [one.id, two.id] }, deletedAt: { not: null }, content: '' } })
    expect(rows).toHaveLength(2)
  })
})

describe('a form', () => {
  it('that is refused says why, keeps what was typed, and never a password', async () => {
    const typed = { username: 'settings', email: 'ada@linnet.example', password: 'hunter2 hunter2', name: 'Ada' }
    expect(await submit(signUpAction, null, typed)).toMatchObject({
      status: 'failed',
      message: 'This username is reserved. Choose another.',
      errors: { username: 'This username is reserved. Choose another.' },
      values: { username: 'settings', email: 'ada@linnet.example', name: 'Ada' },
    })
    expect(JSON.stringify(await submit(signUpAction, null, typed))).not.toContain('hunter2')
  })

  it.each([
    ['tweet', postTweetAction, { content: 'a' }],
    ['delete', deleteTweetAction, { id: 'x' }],
    ['follow', followAction, { username: 'ada' }],
    ['unfollow', unfollowAction, { username: 'ada' }],
    ['profile', editProfileAction, { name: 'Ada' }],
  ])('needs somebody: %s', async (_, action, fields) => {
    expect(await submit(action, null, fields)).toMatchObject({ status: 'failed', message: 'Sign in first.' })
  })

  it('without its fields is refused and no inner error', async () => {
    for (const action of [postTweetAction, deleteTweetAction, followAction, unfollowAction, signUpAction, signInAction]) {
      expect(await submit(action, ada, {})).toMatchObject({ status: 'failed', message: expect.not.stringContaining('our side') })
    }
  })

  it('goes only to our own pages', async () => {
    expect(await submit(postTweetAction, ada, { content: 'a', returnTo: '/explore' })).toBe('→ /explore')
    expect(await submit(postTweetAction, ada, { content: 'a', returnTo: '//evil.example' })).toBe('→ /home')
    expect(await submit(signInAction, null, { login: ada.username, password: PASSWORD, next: 'https://evil.example' })).toBe('→ /home')
  })
})

describe('signing up, in and out by form', () => {
  const holder = async () => {
    const subject = await verifyToken('session', browser.cookies.get(SESSION_COOKIE.name) ?? '')
    return subject && findViewer(subject)
  }

  it('gives a cookie that names the person, and takes it with the session', async () => {
    const username = newUsername()
    expect(await submit(signUpAction, null, { username, email: `${username}@linnet.example`, password: PASSWORD, name: ' ' })).toBe(
      '→ /home',
    )
    const viewer = await holder()
    expect(viewer).toMatchObject({ username, name: username })
    expect(await submit(signOutAction, viewer, {})).toBe('→ /')
    expect(browser.cookies.size).toBe(0)
    expect(await findViewer({ userId: viewer?.id ?? '', sessionId: viewer?.sessionId ?? '' })).toBeNull()
    expect(await submit(signInAction, null, { login: username.toUpperCase(), password: PASSWORD, next: '/explore' })).toBe('→ /explore')
    expect(await holder()).toMatchObject({ username })
  })

  it('ends the session that the browser had before, once there is another', async () => {
    const person = await somebody()
    const former = () => findViewer({ userId: person.id, sessionId: person.sessionId })
    await submit(signInAction, person, { login: person.username, password: 'wrong horse' })
    expect(await former()).not.toBeNull()
    expect(await submit(signInAction, person, { login: person.username, password: PASSWORD })).toBe('→ /home')
    expect(await former()).toBeNull()
    expect(await holder()).toMatchObject({ id: person.id })
  })

  it('gives nothing for a wrong password', async () => {
    const person = await somebody()
    const answer = await submit(signInAction, null, { login: person.username, password: 'wrong horse' })
    expect(answer).toMatchObject({ status: 'failed', values: { login: person.username } })
    expect(browser.cookies.size).toBe(0)
  })
})
