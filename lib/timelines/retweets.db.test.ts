import { beforeEach, describe, expect, test } from 'vitest'
import { follow } from '@/lib/follows/commands'
import { mute } from '@/lib/mutes/commands'
import { decodeCursor } from '@/lib/page'
import { retweet, unretweet } from '@/lib/retweets/commands'
import { type Person, people, tweetBy, tweetsBy } from '@/lib/testing/factory'
import { countNew, listHome } from '@/lib/timelines/queries'
import type { Tweet } from '@/lib/tweets/schema'

let me: Person
let friend: Person
let other: Person
let stranger: Person

beforeEach(async () => {
  ;[me, friend, other, stranger] = (await people(4)) as [Person, Person, Person, Person]
  await follow(me, friend.username)
  await follow(me, other.username)
})

const shown = (tweets: Tweet[]) =>
  tweets.map(({ content, retweetedBy }) => (retweetedBy ? `${content} by ${retweetedBy.username}` : content))

async function wholeHome(limit: number): Promise<Tweet[]> {
  const tweets: Tweet[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listHome(me, { limit, ...(cursor && { cursor }) })
    tweets.push(...page.items)
    cursor = page.nextCursor
  }
  return tweets
}

describe('the home timeline', () => {
  test("shows a stranger's tweet that a friend retweeted, and no more when that is taken back", async () => {
    const tweet = await tweetBy(stranger, 'From afar.')
    await retweet(friend, tweet.id)
    expect(shown(await wholeHome(20))).toEqual([`From afar. by ${friend.username}`])
    await unretweet(friend, tweet.id)
    expect(await wholeHome(20)).toEqual([])
  })

  test('shows a tweet once, where it was last retweeted, however it is paged', async () => {
    const [first] = await tweetsBy(friend, 3)
    await retweet(other, first?.id)
    await retweet(me, first?.id)
    const expected = [`Number 1. by ${me.username}`, 'Number 3.', 'Number 2.']
    for (const limit of [1, 2, 3, 20]) expect(shown(await wholeHome(limit))).toEqual(expected)
  })

  test('loses nothing and repeats nothing when people go on tweeting and retweeting between pages', async () => {
    const tweets = await tweetsBy(friend, 6)
    const first = await listHome(me, { limit: 2 })
    await retweet(other, tweets[1]?.id)
    await tweetBy(friend, 'New.')
    const second = await listHome(me, { limit: 10, cursor: first.nextCursor })
    expect([...shown(first.items), ...shown(second.items)]).toEqual([
      'Number 6.',
      'Number 5.',
      'Number 4.',
      'Number 3.',
      'Number 2.',
      'Number 1.',
    ])
  })

  test('shows nothing of somebody muted, also not what they retweet or what others retweet of theirs', async () => {
    const [theirs, strangers] = [await tweetBy(other, 'Muted.'), await tweetBy(stranger, 'From afar.')]
    await retweet(other, strangers.id)
    await retweet(friend, theirs.id)
    await mute(me, other.username)
    expect(await wholeHome(20)).toEqual([])
  })

  test('answers what came since a place, and how much', async () => {
    await tweetsBy(friend, 2)
    const page = await listHome(me, {})
    expect(decodeCursor(page.sinceCursor)).toBe(page.items[0]?.id)
    expect(await countNew(me, { since: page.sinceCursor })).toEqual({ count: 0 })
    await tweetBy(other, 'Newer.')
    await tweetBy(friend, 'Newest.')
    expect(await countNew(me, { since: page.sinceCursor })).toEqual({ count: 2 })
    await retweet(me, (await tweetBy(me, 'Mine.')).id)
    expect(await countNew(me, { since: page.sinceCursor })).toEqual({ count: 2 })
    expect(shown((await listHome(me, { since: page.sinceCursor })).items)).toEqual([`Mine. by ${me.username}`, 'Newest.', 'Newer.'])
  })
})
