import { beforeAll, describe, expect, it } from 'vitest'
import { follow, unfollow } from '@/lib/follows/commands'
import { type Person, people, tweetBy } from '@/lib/testing/factory'
import { listHome, listPublic } from '@/lib/timelines/queries'
import { deleteTweet } from '@/lib/tweets/commands'
import type { Tweet } from '@/lib/tweets/schema'
import { deleteAccount } from '@/lib/users/commands'

let me: Person
let friend: Person
let other: Person
let stranger: Person

beforeAll(async () => {
  ;[me, friend, other, stranger] = (await people(4)) as [Person, Person, Person, Person]
  await follow(me, friend.username)
  await follow(me, other.username)
  await follow(friend, stranger.username)
})

const idsOf = ({ items }: { items: Tweet[] }) => items.map(({ id }) => id)

describe('home', () => {
  it('shows own tweets and those of the people one follows, newest first', async () => {
    const [a, b, c, d] = [await tweetBy(me), await tweetBy(friend), await tweetBy(stranger), await tweetBy(other)]
    const ids = idsOf(await listHome(me, {}))
    expect(ids.slice(0, 3)).toEqual([d.id, b.id, a.id])
    expect(ids).not.toContain(c.id)
  })

  it.each<[string, () => Person, () => Person, boolean]>([
    ['by a friend to me', () => friend, () => me, true],
    ['by a friend to themselves', () => friend, () => friend, true],
    ['by a friend to another friend', () => friend, () => other, true],
    ['by a friend to a stranger', () => friend, () => stranger, false],
    ['by a stranger to me', () => stranger, () => me, false],
    ['by me to a stranger', () => me, () => stranger, false],
    ['by me to a friend', () => me, () => friend, true],
    ['by me to myself', () => me, () => me, true],
  ])('a reply %s', async (_, by, to, shown) => {
    const parent = await tweetBy(to())
    const reply = await tweetBy(by(), 'Yes.', { replyToId: parent.id })
    expect(idsOf(await listHome(me, { limit: '5' })).includes(reply.id)).toBe(shown)
  })

  it('shows quotes of strangers', async () => {
    const quote = await tweetBy(friend, 'Look.', { quoteId: (await tweetBy(stranger)).id })
    expect(idsOf(await listHome(me, {}))).toContain(quote.id)
  })

  it('follows every follow and unfollow at once, and forgets what was deleted', async () => {
    const [tweet, gone] = [await tweetBy(stranger), await tweetBy(friend)]
    await follow(me, stranger.username)
    expect(idsOf(await listHome(me, {}))).toContain(tweet.id)
    await unfollow(me, stranger.username)
    await deleteTweet(friend, gone.id)
    const ids = idsOf(await listHome(me, {}))
    expect(ids).not.toContain(tweet.id)
    expect(ids).not.toContain(gone.id)
  })

  it('goes on without somebody whose account is gone', async () => {
    const [leaver] = (await people(1)) as [Person]
    await follow(me, leaver.username)
    const tweet = await tweetBy(leaver)
    const reply = await tweetBy(friend, 'Bye.', { replyToId: tweet.id })
    await deleteAccount(leaver, { password: leaver.password })
    const ids = idsOf(await listHome(me, {}))
    expect(ids).not.toContain(tweet.id)
    expect(ids).not.toContain(reply.id)
  })

  it('needs somebody', async () => {
    await expect(listHome(null, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('of somebody who follows nobody holds their own tweets', async () => {
    const [loner] = (await people(1)) as [Person]
    expect(await listHome(loner, {})).toMatchObject({ items: [], nextCursor: null })
    const tweet = await tweetBy(loner)
    expect(idsOf(await listHome(loner, {}))).toEqual([tweet.id])
  })
})

describe('public', () => {
  it("shows everybody's tweets and quotes, but no replies and nothing deleted", async () => {
    const tweet = await tweetBy(stranger)
    const reply = await tweetBy(friend, 'Yes.', { replyToId: tweet.id })
    const quote = await tweetBy(friend, 'Look.', { quoteId: tweet.id })
    const gone = await tweetBy(other)
    await deleteTweet(other, gone.id)
    for (const viewer of [null, me]) {
      const page = await listPublic(viewer, { limit: '2' })
      expect(idsOf(page)).toEqual([quote.id, tweet.id])
      expect(page.items[0]?.viewer === null).toBe(viewer === null)
    }
    expect(idsOf(await listPublic(null, {}))).not.toContain(reply.id)
  })
})
