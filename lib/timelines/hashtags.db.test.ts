import { beforeEach, describe, expect, test } from 'vitest'
import { block } from '@/lib/blocks/commands'
import { follow } from '@/lib/follows/commands'
import { followHashtag, unfollowHashtag } from '@/lib/hashtags/commands'
import { mute } from '@/lib/mutes/commands'
import { retweet } from '@/lib/retweets/commands'
import { newUsername, type Person, people, tweetBy } from '@/lib/testing/factory'
import { countNew, listHome } from '@/lib/timelines/queries'
import { deleteTweet } from '@/lib/tweets/commands'

let me: Person
let friend: Person
let stranger: Person
let tag: string
let other: string

beforeEach(async () => {
  ;[me, friend, stranger] = (await people(3)) as [Person, Person, Person]
  ;[tag, other] = [newUsername(), newUsername()]
  await follow(me, friend.username)
  for (const word of [tag, other]) {
    await tweetBy(stranger, `The first #${word}.`)
    await followHashtag(me, word)
  }
})

async function home(limit = 20): Promise<string[]> {
  const shown: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listHome(me, { limit, ...(cursor && { cursor }) })
    shown.push(...page.items.map(({ content, retweetedBy }) => (retweetedBy ? `${content} by ${retweetedBy.username}` : content)))
    cursor = page.nextCursor
  }
  return shown
}

const FIRST = () => [`The first #${other}.`, `The first #${tag}.`]

describe('the tweets of a hashtag that one follows', () => {
  test('join the home timeline, and leave it when one follows it no more', async () => {
    expect(await home()).toEqual(FIRST())
    await unfollowHashtag(me, tag)
    expect(await home()).toEqual([`The first #${other}.`])
  })

  test('show once, whatever brings them, however it is paged', async () => {
    await tweetBy(stranger, `Both #${tag} #${other}.`)
    await tweetBy(friend, `Of a friend #${tag} #${other}.`)
    await tweetBy(me, `Mine #${other}.`)
    const { id } = await tweetBy(stranger, `Retweeted #${tag}.`)
    await retweet(friend, id)
    const expected = [
      `Retweeted #${tag}. by ${friend.username}`,
      `Mine #${other}.`,
      `Of a friend #${tag} #${other}.`,
      `Both #${tag} #${other}.`,
      ...FIRST(),
    ]
    for (const limit of [1, 2, 3, 20]) expect(await home(limit)).toEqual(expected)
  })

  test('never show what people wrote who are blocked, either way, or muted, nor what is deleted', async () => {
    const [blocked, blocking, muted] = (await people(3)) as [Person, Person, Person]
    for (const person of [blocked, blocking, muted]) await tweetBy(person, `Unheard #${tag}.`)
    await block(me, blocked.username)
    await block(blocking, me.username)
    await mute(me, muted.username)
    await deleteTweet(stranger, (await tweetBy(stranger, `Deleted #${tag}.`)).id)
    expect(await home()).toEqual(FIRST())
  })

  test('show as replies only to whom the timeline shows replies', async () => {
    const [theirs, ofFriend, mine] = [await tweetBy(stranger), await tweetBy(friend, 'Of a friend.'), await tweetBy(me, 'Mine.')]
    const [someone] = (await people(1)) as [Person]
    await tweetBy(someone, `To a stranger #${tag}.`, { replyToId: theirs.id })
    await tweetBy(someone, `To a friend #${tag}.`, { replyToId: ofFriend.id })
    await tweetBy(someone, `To me #${tag}.`, { replyToId: mine.id })
    await tweetBy(stranger, `To oneself #${tag}.`, { replyToId: theirs.id })
    expect(await home()).toEqual([`To oneself #${tag}.`, `To me #${tag}.`, `To a friend #${tag}.`, 'Mine.', 'Of a friend.', ...FIRST()])
  })

  test('count as new, but for one’s own', async () => {
    const { sinceCursor } = await listHome(me, {})
    await tweetBy(stranger, `New #${tag} #${other}.`)
    await tweetBy(me, `Mine #${tag}.`)
    expect(await countNew(me, { since: sinceCursor })).toEqual({ count: 1 })
  })
})
