import { beforeAll, describe, expect, it, test } from 'vitest'
import { grantTokens, signIn } from '@/lib/auth/commands'
import { findViewer, issueTokens } from '@/lib/auth/session'
import { block } from '@/lib/blocks/commands'
import { listBlocked } from '@/lib/blocks/queries'
import { listWrongCounters } from '@/lib/counters/queries'
import { db, transaction } from '@/lib/db'
import { follow } from '@/lib/follows/commands'
import { findHashtag, listHashtagTweets, listTrending } from '@/lib/hashtags/queries'
import { likeTweet } from '@/lib/likes/commands'
import { listLikesOf } from '@/lib/likes/queries'
import { restore, suspend } from '@/lib/moderation/commands'
import { listAuditEntries, listSuspended } from '@/lib/moderation/queries'
import { listNotifications } from '@/lib/notifications/queries'
import { retweet } from '@/lib/retweets/commands'
import { listRetweetsOf } from '@/lib/retweets/queries'
import { searchPeople, searchTweets } from '@/lib/search/queries'
import { listSuggestions } from '@/lib/suggestions/queries'
import { moderator, type Person, people, signedInAgain, tweetBy } from '@/lib/testing/factory'
import { listHome, listPublic } from '@/lib/timelines/queries'
import { getConversation } from '@/lib/tweets/conversation'
import { getThread, getTweet, listQuotes, listReplies, listTweetsOf } from '@/lib/tweets/queries'
import type { Tweet } from '@/lib/tweets/schema'
import { getUser, listFollowers, listFollowing } from '@/lib/users/queries'

let judge: Person
let ada: Person
let bad: Person
let cyd: Person
let adas: Tweet
let bads: Tweet

const code = (expected: string) => expect.objectContaining({ code: expected })
const subject = ({ id, sessionId }: Person) => ({ userId: id, sessionId })
const login = { login: '', password: '' }

beforeAll(async () => {
  judge = await moderator()
  ;[ada, bad, cyd] = (await people(3)) as [Person, Person, Person]
  Object.assign(login, { login: bad.username, password: bad.password })
  for (const [one, other] of [
    [ada, bad],
    [bad, ada],
    [ada, cyd],
    [cyd, bad],
  ] as const)
    await follow(one, other.username)
  adas = await tweetBy(ada, 'Sparrows. #birds')
  bads = await tweetBy(bad, `Suspicious pills for @${ada.username} #birds`)
  await tweetBy(bad, 'Suspicious answer.', { replyToId: adas.id })
  await tweetBy(bad, 'Suspicious quote.', { quoteId: adas.id })
  await likeTweet(bad, adas.id)
  await retweet(bad, adas.id)
  await retweet(cyd, bads.id)
  await likeTweet(ada, bads.id)
  await tweetBy(cyd, `I know @${bad.username}.`, { replyToId: bads.id })
})

/** Everything that shows people or tweets, as somebody sees it. */
function everywhere(viewer: Person | null): Record<string, () => Promise<unknown>> {
  return {
    'the public timeline': () => listPublic(viewer, {}),
    'the hashtag': () => listHashtagTweets(viewer, 'birds', {}),
    'the top of the hashtag': () => listHashtagTweets(viewer, 'birds', { sort: 'top' }),
    'a search for words': () => searchTweets(viewer, { q: 'suspicious' }),
    'a search for the best': () => searchTweets(viewer, { q: 'suspicious', sort: 'top' }),
    'a search for what they wrote': () => searchTweets(viewer, { q: `from:${bad.username}` }),
    'a search for people': () => searchPeople(viewer, { q: bad.username }),
    answers: () => listReplies(viewer, adas.id, {}),
    'a thread': () => getThread(viewer, adas.id, {}),
    'a conversation': () => getConversation(viewer, adas.id, {}),
    quotes: () => listQuotes(viewer, adas.id, {}),
    'who likes': () => listLikesOf(viewer, adas.id, {}),
    'who retweeted': () => listRetweetsOf(viewer, adas.id, {}),
    followers: () => listFollowers(viewer, ada.username, {}),
    'whom somebody follows': () => listFollowing(viewer, ada.username, {}),
    'what somebody retweeted': () => listTweetsOf(viewer, cyd.username, {}),
    'what somebody answered': () => listTweetsOf(viewer, cyd.username, { filter: 'replies' }),
    'what somebody likes': () => listTweetsOf(viewer, ada.username, { filter: 'likes' }),
    ...(viewer && {
      'the home timeline': () => listHome(viewer, {}),
      notifications: () => listNotifications(viewer, {}),
      suggestions: () => listSuggestions(viewer, {}),
    }),
  }
}

const shows = async (what: () => Promise<unknown>) => JSON.stringify(await what()).includes(`"username":"${bad.username}"`)

describe('before', () => {
  it('they are seen nearly everywhere', async () => {
    const seen: string[] = []
    for (const [place, what] of Object.entries(everywhere(ada))) if (await shows(what)) seen.push(place)
    expect(Object.keys(everywhere(ada)).filter((place) => !seen.includes(place))).toEqual(['suggestions'])
  })
})

describe('somebody who is suspended', () => {
  let refresh: string

  beforeAll(async () => {
    refresh = (await issueTokens(subject(bad))).refresh_token
    expect(await suspend(judge, bad.username, { note: 'Pills.' })).toMatchObject({ user: { id: bad.id }, suspendedAt: expect.any(String) })
  })

  it('is seen nowhere, by nobody', async () => {
    for (const viewer of [ada, cyd, judge, null]) {
      for (const [place, what] of Object.entries(everywhere(viewer))) expect([place, await shows(what)]).toEqual([place, false])
      await expect(getUser(viewer, bad.username)).rejects.toEqual(code('not_found'))
      await expect(getTweet(viewer, bads.id)).rejects.toEqual(code('not_found'))
      await expect(listTweetsOf(viewer, bad.username, {})).rejects.toEqual(code('not_found'))
    }
  })

  it('leaves a place in what others said to them, and a name that leads nowhere', async () => {
    const { items } = await listTweetsOf(ada, cyd.username, { filter: 'replies' })
    expect(items[0]).toMatchObject({ replyTo: { id: bads.id, username: null }, entities: { mentions: [] } })
    expect((await getThread(ada, items[0]?.id, {})).ancestors).toEqual([{ id: bads.id, deleted: true }])
  })

  it('is nobody to do something to', async () => {
    await expect(likeTweet(cyd, bads.id)).rejects.toEqual(code('not_found'))
    await expect(tweetBy(cyd, 'Still there?', { replyToId: bads.id })).rejects.toEqual(code('validation_failed'))
    await expect(follow(judge, bad.username)).rejects.toEqual(code('not_found'))
    await expect(block(cyd, bad.username)).rejects.toEqual(code('not_found'))
    expect((await tweetBy(cyd, `Hey @${bad.username}`)).entities.mentions).toEqual([])
    expect((await listBlocked(cyd, {})).items).toEqual([])
  })

  it('is signed out everywhere at once, and cannot sign in', async () => {
    expect(await findViewer(subject(bad))).toBeNull()
    await expect(signIn(login, { ip: '', userAgent: '' })).rejects.toEqual(code('forbidden'))
    const wrong = signIn({ ...login, password: 'not the right one' }, { ip: '', userAgent: '' })
    await expect(wrong).rejects.toEqual(code('validation_failed'))
    const grant = { grant_type: 'password', username: bad.username, password: bad.password }
    for (const input of [grant, { grant_type: 'refresh_token', refresh_token: refresh }])
      await expect(grantTokens(input, { ip: '', userAgent: '' })).rejects.toEqual(expect.objectContaining({ error: 'invalid_grant' }))
  })

  it('is so once, however often it is said', async () => {
    await Promise.all(Array.from({ length: 4 }, () => suspend(judge, bad.username, {})))
    expect(await db.auditEntry.count({ where: { action: 'suspend', subject: `@${bad.username}` } })).toBe(1)
  })

  it('is listed for moderators, who can restore them', async () => {
    expect((await listSuspended(judge, {})).items.map(({ user }) => user.id)).toContain(bad.id)
    expect(await transaction((tx) => listWrongCounters(tx))).toEqual([])
    expect(await restore(judge, bad.username)).toMatchObject({ suspendedAt: null })
    await restore(judge, bad.username)
    expect((await listAuditEntries(judge, {})).items.slice(0, 2).map(({ action }) => action)).toEqual(['restore', 'suspend'])
  })

  it('is then as before', async () => {
    for (const [place, what] of Object.entries(everywhere(ada)))
      if (place !== 'suggestions') expect([place, await shows(what)]).toEqual([place, true])
    const again = await signIn(login, { ip: '', userAgent: '' })
    expect(await findViewer(again)).toMatchObject({ id: bad.id })
  })
})

test('a sign-in that is under way while somebody is suspended comes to nothing', async () => {
  const [them] = (await people(1)) as [Person]
  const tries = Array.from({ length: 4 }, () =>
    signIn({ login: them.username, password: them.password }, { ip: '', userAgent: '' }).catch(() => null),
  )
  await suspend(judge, them.username, {})
  for (const session of await Promise.all(tries)) if (session) expect(await findViewer(session)).toBeNull()
  expect(await db.session.count({ where: { userId: them.id } })).toBe(0)
})

test('nobody suspends themselves, another moderator, or somebody who is not there', async () => {
  const other = await moderator()
  await expect(suspend(judge, judge.username, {})).rejects.toEqual(code('validation_failed'))
  await expect(suspend(judge, other.username, {})).rejects.toEqual(code('forbidden'))
  await expect(suspend(judge, 'nobody_at_all', {})).rejects.toEqual(code('not_found'))
  await expect(suspend(judge, ada.username, { note: 1 })).rejects.toEqual(code('validation_failed'))
  await expect(suspend((await signedInAgain(ada)) as Person, other.username, {})).rejects.toEqual(code('forbidden'))
  await expect(suspend(null, ada.username, {})).rejects.toEqual(code('unauthenticated'))
})

test('no trend outlives the people who made it', async () => {
  const crowd = await people(4)
  for (const one of crowd) await tweetBy(one, '#pillsonly')
  const now = new Date()
  const soon = new Date(now.getTime() + 3_600_000)
  const trends = async (at: Date) => (await listTrending(null, {}, at)).items.filter(({ word }) => word === 'pillsonly')
  expect(await trends(now)).toMatchObject([{ accounts24h: 4 }])
  for (const one of crowd) await suspend(judge, one.username, {})
  expect(await trends(soon)).toEqual([])
  expect(await findHashtag(null, 'pillsonly', soon)).toMatchObject({ accounts24h: 0, score: 0 })
  for (const one of crowd) await restore(judge, one.username)
  expect(await trends(new Date(soon.getTime() + 3_600_000))).toMatchObject([{ accounts24h: 4 }])
})
