import { describe, expect, test } from 'vitest'
import { block, unblock } from '@/lib/blocks/commands'
import { bookmarkTweet, unbookmarkTweet } from '@/lib/bookmarks/commands'
import { listBookmarks } from '@/lib/bookmarks/queries'
import { likeTweet, unlikeTweet } from '@/lib/likes/commands'
import { listLikesOf } from '@/lib/likes/queries'
import { pinTweet, unpinTweet } from '@/lib/pins/commands'
import { retweet, unretweet } from '@/lib/retweets/commands'
import { listRetweetsOf } from '@/lib/retweets/queries'
import { type Person, people, tweetBy, tweetsBy } from '@/lib/testing/factory'
import { deleteTweet } from '@/lib/tweets/commands'
import { getTweet, listQuotes, listTweetsOf } from '@/lib/tweets/queries'
import type { Tweet } from '@/lib/tweets/schema'

const code = (expected: string) => expect.objectContaining({ code: expected })
const two = async () => (await people(2)) as [Person, Person]

describe.each([
  { name: 'like', act: likeTweet, undo: unlikeTweet, flag: 'liked', count: 'likesCount' },
  { name: 'retweet', act: retweet, undo: unretweet, flag: 'retweeted', count: 'retweetsCount' },
  { name: 'bookmark', act: bookmarkTweet, undo: unbookmarkTweet, flag: 'bookmarked', count: null },
] as const)('$name', ({ act, undo, flag, count }) => {
  const state = (tweet: Tweet) => [tweet.viewer?.[flag], count && tweet[count]]

  test('is done once and undone once, however often it is asked', async () => {
    const [me, author] = await two()
    const { id } = await tweetBy(author)
    const one = count && 1
    const none = count && 0
    expect(state(await act(me, id))).toEqual([true, one])
    expect(state(await act(me, id))).toEqual([true, one])
    expect(state(await getTweet(author, id))).toEqual([false, one])
    expect(state(await undo(me, id))).toEqual([false, none])
    expect(state(await undo(me, id))).toEqual([false, none])
  })

  test('can be undone though its author blocks one meanwhile, and only undone', async () => {
    const [me, author] = await two()
    const { id } = await tweetBy(author)
    await act(me, id)
    await block(author, me.username)
    await expect(undo(me, id)).rejects.toEqual(code('not_found'))
    await unblock(author, me.username)
    expect(state(await getTweet(me, id))).toEqual([false, count && 0])
    await block(author, me.username)
    await expect(act(me, id)).rejects.toEqual(code('not_found'))
    await unblock(author, me.username)
    expect(state(await getTweet(me, id))).toEqual([false, count && 0])
  })

  test("is possible with one's own tweet, and impossible for nobody, for no tweet and for a deleted one", async () => {
    const [me] = await two()
    const { id } = await tweetBy(me)
    expect(state(await act(me, id))).toEqual([true, count && 1])
    await expect(act(null, id)).rejects.toEqual(code('unauthenticated'))
    await expect(act(me, 'nonsense')).rejects.toEqual(code('not_found'))
    await deleteTweet(me, id)
    await expect(act(me, id)).rejects.toEqual(code('not_found'))
    await expect(undo(me, id)).rejects.toEqual(code('not_found'))
  })
})

test('lists who likes, who retweeted and what quotes a tweet, and what one likes and keeps, paged', async () => {
  const [me, author] = await two()
  const [a, b] = (await tweetsBy(author, 2)) as [Tweet, Tweet]
  for (const { id } of [a, b]) await Promise.all([likeTweet(me, id), bookmarkTweet(me, id)])
  await likeTweet(author, a.id)
  await retweet(me, a.id)
  const quote = await tweetBy(me, 'Look.', { quoteId: a.id })
  const first = await listLikesOf(null, a.id, { limit: 1 })
  const second = await listLikesOf(null, a.id, { limit: 1, cursor: first.nextCursor })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([author.id, me.id])
  expect(second.nextCursor).toBeNull()
  expect((await listRetweetsOf(null, a.id, {})).items.map(({ id }) => id)).toEqual([me.id])
  expect((await listQuotes(null, a.id, {})).items.map(({ id }) => id)).toEqual([quote.id])
  expect((await listTweetsOf(null, me.username, { filter: 'likes' })).items.map(({ id }) => id).toSorted()).toEqual([a.id, b.id].toSorted())
  expect((await listBookmarks(me, {})).items).toHaveLength(2)
  await expect(listBookmarks(null, {})).rejects.toEqual(code('unauthenticated'))
})

test('a profile shows retweets among the tweets, and the pinned tweet first and only once', async () => {
  const [me, author] = await two()
  const [first, second, third] = (await tweetsBy(me, 3)) as [Tweet, Tweet, Tweet]
  const theirs = await tweetBy(author, 'Theirs.')
  await retweet(me, theirs.id)
  await pinTweet(me, first.id)
  for (const limit of [1, 2, 3, 10]) {
    const ids: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listTweetsOf(null, me.username, { limit, ...(cursor && { cursor }) })
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(ids).toEqual([first.id, theirs.id, third.id, second.id])
  }
  await unpinTweet(me, first.id)
  expect((await listTweetsOf(null, me.username, {})).items.map(({ id }) => id)).toEqual([theirs.id, third.id, second.id, first.id])
})

test("one's own tweet stands once on one's profile, where one retweeted it, or pinned", async () => {
  const [me] = await two()
  const [first, second] = (await tweetsBy(me, 2)) as [Tweet, Tweet]
  await retweet(me, first.id)
  const ids = async () => (await listTweetsOf(null, me.username, {})).items.map(({ id }) => id)
  expect(await ids()).toEqual([first.id, second.id])
  await pinTweet(me, first.id)
  expect(await ids()).toEqual([first.id, second.id])
})

test("only one's own tweet can be pinned, and deleting it unpins it", async () => {
  const [me, author] = await two()
  const [mine, theirs] = [await tweetBy(me), await tweetBy(author)]
  await expect(pinTweet(me, theirs.id)).rejects.toEqual(code('forbidden'))
  await pinTweet(me, mine.id)
  await deleteTweet(me, mine.id)
  expect((await listTweetsOf(null, me.username, {})).items).toEqual([])
})
