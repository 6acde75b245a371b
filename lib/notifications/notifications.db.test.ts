import { beforeEach, expect, test } from 'vitest'
import { follow, unfollow } from '@/lib/follows/commands'
import { likeTweet, unlikeTweet } from '@/lib/likes/commands'
import { mute, unmute } from '@/lib/mutes/commands'
import { markRead } from '@/lib/notifications/commands'
import { countUnread, listNotifications } from '@/lib/notifications/queries'
import { retweet, unretweet } from '@/lib/retweets/commands'
import { type Person, somebody, tweetBy } from '@/lib/testing/factory'
import { deleteTweet } from '@/lib/tweets/commands'
import type { Tweet } from '@/lib/tweets/schema'

let me: Person
let them: Person
let mine: Tweet

beforeEach(async () => {
  ;[me, them] = [await somebody(), await somebody()]
  mine = await tweetBy(me, 'Mine.')
})

async function told(): Promise<string[]> {
  return (await listNotifications(me, {})).items.map(({ type }) => type)
}

test('tells of each of the six, newest first, with who did it and to which tweet', async () => {
  await likeTweet(them, mine.id)
  await retweet(them, mine.id)
  const reply = await tweetBy(them, 'A reply.', { replyToId: mine.id })
  await tweetBy(them, `Hello @${me.username}.`)
  await tweetBy(them, 'A quote.', { quoteId: mine.id })
  await follow(them, me.username)
  const { items } = await listNotifications(me, {})
  expect(items.map(({ type }) => type)).toEqual(['follow', 'quote', 'mention', 'reply', 'retweet', 'like'])
  expect(items.every(({ actor, read }) => actor.id === them.id && !read)).toBe(true)
  expect(items[0]?.tweet).toBeNull()
  expect(items[3]?.tweet?.id).toBe(reply.id)
  expect(items[5]?.tweet?.id).toBe(mine.id)
})

test('tells once of a reply that also mentions and quotes', async () => {
  await tweetBy(them, `@${me.username} yes`, { replyToId: mine.id, quoteId: mine.id })
  expect(await told()).toEqual(['reply'])
})

test('does not tell of what one did oneself', async () => {
  await likeTweet(me, mine.id)
  await retweet(me, mine.id)
  await tweetBy(me, `@${me.username} me`, { replyToId: mine.id })
  expect(await told()).toEqual([])
})

test('tells once of what was done twice, and not of what was undone', async () => {
  await likeTweet(them, mine.id)
  await likeTweet(them, mine.id)
  expect(await told()).toEqual(['like'])
  await retweet(them, mine.id)
  await follow(them, me.username)
  const reply = await tweetBy(them, 'A reply.', { replyToId: mine.id })
  await unlikeTweet(them, mine.id)
  await unretweet(them, mine.id)
  await unfollow(them, me.username)
  await deleteTweet(them, reply.id)
  expect(await told()).toEqual([])
})

test('forgets what was done to a tweet that is deleted', async () => {
  await likeTweet(them, mine.id)
  await deleteTweet(me, mine.id)
  expect(await told()).toEqual([])
})

test('is silent about people one mutes, until one hears of them again', async () => {
  await likeTweet(them, mine.id)
  await mute(me, them.username)
  expect(await told()).toEqual([])
  expect(await countUnread(me)).toEqual({ count: 0 })
  await unmute(me, them.username)
  expect(await told()).toEqual(['like'])
})

test('marks read what was shown and nothing newer', async () => {
  await likeTweet(them, mine.id)
  await retweet(them, mine.id)
  const [shown] = (await listNotifications(me, {})).items
  await follow(them, me.username)
  await markRead(me, { upTo: shown?.id })
  expect((await listNotifications(me, {})).items.map(({ type, read }) => [type, read])).toEqual([
    ['follow', false],
    ['retweet', true],
    ['like', true],
  ])
  expect(await countUnread(me)).toEqual({ count: 1 })
})

test("cannot mark somebody else's as read", async () => {
  await likeTweet(them, mine.id)
  const [shown] = (await listNotifications(me, {})).items
  await markRead(them, { upTo: shown?.id })
  expect(await countUnread(me)).toEqual({ count: 1 })
})
