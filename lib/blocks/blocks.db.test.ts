import { beforeAll, describe, expect, test } from 'vitest'
import { block, unblock } from '@/lib/blocks/commands'
import { listBlocked } from '@/lib/blocks/queries'
import { follow } from '@/lib/follows/commands'
import { likeTweet } from '@/lib/likes/commands'
import { listNotifications } from '@/lib/notifications/queries'
import { type Person, somebody, tweetBy } from '@/lib/testing/factory'
import { listHome, listPublic } from '@/lib/timelines/queries'
import { getThread, getTweet, listReplies, listTweetsOf } from '@/lib/tweets/queries'
import type { Tweet } from '@/lib/tweets/schema'
import { getUser, listFollowers } from '@/lib/users/queries'

let ada: Person
let bea: Person
let cyd: Person
let adas: Tweet
let beas: Tweet

beforeAll(async () => {
  ;[ada, bea, cyd] = [await somebody(), await somebody(), await somebody()]
  adas = await tweetBy(ada, 'By Ada.')
  beas = await tweetBy(bea, 'By Bea.')
  await follow(ada, bea.username)
  await follow(bea, ada.username)
  await follow(bea, cyd.username)
  await likeTweet(bea, adas.id)
  await likeTweet(ada, beas.id)
  await block(ada, bea.username)
})

const code = (expected: string) => expect.objectContaining({ code: expected })

describe('once Ada blocks Bea', () => {
  test('it is so, also when said twice, and Ada finds Bea in her list', async () => {
    expect((await block(ada, bea.username)).viewer).toEqual({ following: false, followedBy: false, blocking: true, muting: false })
    expect((await listBlocked(ada, {})).items.map(({ id }) => id)).toEqual([bea.id])
    expect((await listBlocked(bea, {})).items).toEqual([])
  })

  test('neither follows the other, and the counts say so', async () => {
    expect(await getUser(cyd, ada.username)).toMatchObject({ followersCount: 0, followingCount: 0 })
    expect(await getUser(cyd, bea.username)).toMatchObject({ followersCount: 0, followingCount: 1 })
  })

  test('Bea does not see Ada; Ada sees that she blocks Bea', async () => {
    await expect(getUser(bea, ada.username)).rejects.toEqual(code('not_found'))
    await expect(listTweetsOf(bea, ada.username, {})).rejects.toEqual(code('not_found'))
    expect((await getUser(ada, bea.username)).viewer?.blocking).toBe(true)
  })

  test("neither sees the other's tweets, wherever they would stand", async () => {
    const reply = await tweetBy(cyd, 'Both of you!', { replyToId: adas.id })
    const quote = await tweetBy(cyd, 'Look at Ada.', { quoteId: adas.id })
    await expect(getTweet(bea, adas.id)).rejects.toEqual(code('not_found'))
    await expect(getTweet(ada, beas.id)).rejects.toEqual(code('not_found'))
    expect((await listTweetsOf(ada, bea.username, {})).items).toEqual([])
    for (const page of [await listPublic(bea, {}), await listHome(bea, {})]) expect(page.items.map(({ id }) => id)).not.toContain(adas.id)
    expect((await getTweet(bea, quote.id)).quote).toEqual({ id: adas.id, deleted: true })
    expect((await getThread(bea, reply.id, {})).ancestors).toEqual([{ id: adas.id, deleted: true }])
    expect((await getTweet(bea, reply.id)).replyTo).toEqual({ id: adas.id, username: null })
    expect((await listTweetsOf(bea, cyd.username, { filter: 'replies' })).items.map(({ id }) => id)).toEqual([reply.id])
  })

  test('Bea may do nothing to Ada, and nor may Ada to Bea', async () => {
    await expect(follow(bea, ada.username)).rejects.toEqual(code('not_found'))
    await expect(follow(ada, bea.username)).rejects.toEqual(code('forbidden'))
    await expect(likeTweet(bea, adas.id)).rejects.toEqual(code('not_found'))
    await expect(tweetBy(bea, 'Hey', { replyToId: adas.id })).rejects.toEqual(code('validation_failed'))
    await expect(tweetBy(bea, 'Hey', { quoteId: adas.id })).rejects.toEqual(code('validation_failed'))
    expect((await tweetBy(bea, `Hey @${ada.username}`)).entities.mentions).toEqual([])
  })

  test('neither is told of the other any more', async () => {
    expect((await listNotifications(ada, {})).items.map(({ actor }) => actor.id)).not.toContain(bea.id)
    expect((await listNotifications(bea, {})).items.map(({ actor }) => actor.id)).not.toContain(ada.id)
  })

  test("neither stands in others' lists for the other", async () => {
    await follow(ada, cyd.username)
    expect((await listFollowers(ada, cyd.username, {})).items.map(({ id }) => id)).toEqual([ada.id])
    expect((await listFollowers(bea, cyd.username, {})).items.map(({ id }) => id)).toEqual([bea.id])
    const tweet = await tweetBy(cyd, 'Talk.')
    await tweetBy(ada, 'I do.', { replyToId: tweet.id })
    const heard = await tweetBy(bea, 'So do I.', { replyToId: tweet.id })
    expect((await listReplies(bea, tweet.id, {})).items.map(({ id }) => id)).toEqual([heard.id])
  })

  test('Bea can block Ada too, and each can undo only her own', async () => {
    await block(bea, ada.username)
    await unblock(ada, bea.username)
    await expect(getUser(ada, bea.username)).rejects.toEqual(code('not_found'))
    await unblock(bea, ada.username)
    expect((await getUser(ada, bea.username)).viewer).toEqual({ following: false, followedBy: false, blocking: false, muting: false })
    await follow(ada, bea.username)
  })
})

test('nobody blocks themselves', async () => {
  await expect(block(cyd, cyd.username)).rejects.toEqual(code('validation_failed'))
})
