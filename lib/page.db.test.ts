import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { follow, unfollow } from '@/lib/follows/commands'
import { followHashtag, unfollowHashtag } from '@/lib/hashtags/commands'
import { listFollowedHashtags, listHashtags, listHashtagTweets } from '@/lib/hashtags/queries'
import type { Hashtag } from '@/lib/hashtags/schema'
import {
  decodeCountCursor,
  decodeCursor,
  decodeRunCursor,
  decodeTopCursor,
  encodeCountCursor,
  encodeTopCursor,
  type Page,
} from '@/lib/page'
import { newUsername, type Person, people, tweetBy } from '@/lib/testing/factory'
import { listHome, listPublic } from '@/lib/timelines/queries'
import { deleteTweet } from '@/lib/tweets/commands'
import { getThread, listReplies, listTweetsOf } from '@/lib/tweets/queries'
import { listFollowers, listFollowing } from '@/lib/users/queries'

type Query = { limit?: string; cursor?: string }
type List = {
  read: (query: Query) => Promise<Page<{ id: string }>>
  /** Makes one more item for the list. */
  add: () => Promise<unknown>
  /** Takes the item with this id out of the list. */
  remove: (id: string) => Promise<unknown>
  /** Whether a new item comes last. */
  oldestFirst?: true
  /** A cursor beyond its end, if that is not an id. */
  beyond?: string
}

const OLDEST = '00000000-0000-0000-0000-000000000000'

let me: Person
let friend: Person
let crowd: Person[]
let root: string

const add = (author: () => Person, content: string, more?: () => { replyToId: string }) => () => tweetBy(author(), content, more?.())
const remove = async (id: string) => {
  const { authorId } = await db.tweet.findUniqueOrThrow({ where: { id } })
  await deleteTweet([me, friend].find((person) => person.id === authorId) ?? me, id)
}
/** Somebody of the crowd who does not follow (or is not followed) yet. */
const another = async (theirs: (person: Person) => Promise<boolean>) => {
  for (const person of crowd) if (!(await theirs(person))) return person
  throw new Error('The crowd is too small.')
}
const isFollowing = (follower: Person, following: Person) =>
  db.follow.count({ where: { followerId: follower.id, followingId: following.id } }).then((count) => count > 0)
const byId = (id: string) => crowd.find((person) => person.id === id) ?? me

const byWord = ({ items, nextCursor }: Page<Hashtag>) => ({ items: items.map(({ word }) => ({ id: word })), nextCursor })

const LISTS: Record<string, List> = {
  home: { read: (query) => listHome(me, query), add: add(() => friend, 'Home.'), remove, beyond: 'A'.repeat(44) },
  public: { read: (query) => listPublic(null, query), add: add(() => me, 'Public.'), remove },
  'tweets of a person': { read: (query) => listTweetsOf(null, me.username, query), add: add(() => me, 'Mine.'), remove },
  'replies of a person': {
    read: (query) => listTweetsOf(null, friend.username, { ...query, filter: 'replies' }),
    add: add(
      () => friend,
      'Reply.',
      () => ({ replyToId: root }),
    ),
    remove,
  },
  followers: {
    read: (query) => listFollowers(null, me.username, query),
    add: async () => follow(await another((person) => isFollowing(person, me)), me.username),
    remove: (id) => unfollow(byId(id), me.username),
  },
  following: {
    read: (query) => listFollowing(me, friend.username, query),
    add: async () => follow(friend, (await another((person) => isFollowing(friend, person))).username),
    remove: (id) => unfollow(friend, byId(id).username),
  },
  'tweets of a hashtag': { read: (query) => listHashtagTweets(null, 'paged', query), add: add(() => me, 'One more #paged.'), remove },
  'top tweets of a hashtag': {
    read: (query) => listHashtagTweets(null, 'topmost', { ...query, sort: 'top' }),
    add: add(() => me, 'One more #topmost.'),
    remove,
    beyond: encodeTopCursor({ start: OLDEST, points: 0, last: OLDEST }),
  },
  'hashtags that begin alike': {
    read: async (query) => byWord(await listHashtags(null, { ...query, q: '#Alike' })),
    add: () => tweetBy(me, `#alike${newUsername()}`),
    remove: async (word) => remove((await listHashtagTweets(null, word, {})).items[0]?.id ?? ''),
    beyond: encodeCountCursor({ count: 0, last: OLDEST }),
  },
  'hashtags that one follows': {
    read: async (query) => byWord(await listFollowedHashtags(me, query)),
    add: async () => followHashtag(me, (await tweetBy(me, `#${newUsername()}`)).entities.hashtags[0]?.word),
    remove: (word) => unfollowHashtag(me, word),
  },
  'replies to a tweet': {
    read: (query) => listReplies(null, root, query),
    add: add(
      () => me,
      'Reply.',
      () => ({ replyToId: root }),
    ),
    remove,
    oldestFirst: true,
  },
  'replies in a thread': {
    read: async (query) => (await getThread(me, root, query)).replies,
    add: add(
      () => me,
      'Reply.',
      () => ({ replyToId: root }),
    ),
    remove,
    oldestFirst: true,
  },
}

const DECODERS = [decodeCursor, decodeRunCursor, decodeTopCursor, decodeCountCursor]

beforeAll(async () => {
  crowd = await people(12)
  ;[me, friend] = (await people(2)) as [Person, Person]
  await follow(me, friend.username)
  root = (await tweetBy(me, 'The root.')).id
})

/** The ids of every page, joined; between two pages the world may change. */
async function joined({ read }: List, limit: number, meanwhile?: (page: string[], cursor: string) => Promise<unknown>): Promise<string[]> {
  const ids: string[] = []
  for (let query: Query = { limit: String(limit) }; ; ) {
    const { items, nextCursor } = await read(query)
    const page = items.map(({ id }) => id)
    ids.push(...page)
    expect(page.length).toBeLessThanOrEqual(limit)
    expect(ids.length).toBeLessThan(500)
    if (nextCursor === null) return ids
    await meanwhile?.(page, nextCursor)
    query = { limit: String(limit), cursor: nextCursor }
  }
}

describe.each(Object.entries(LISTS))('%s', (_, list) => {
  let whole: string[]

  beforeAll(async () => {
    for (let n = 0; n < 7; n++) await list.add()
    whole = (await list.read({ limit: '100' })).items.map(({ id }) => id)
    expect(whole.length).toBeGreaterThanOrEqual(7)
    expect(new Set(whole).size).toBe(whole.length)
  })

  it.each([1, 2, 3])('pages of %d, joined, are the one big page', async (limit) => {
    expect(await joined(list, limit)).toEqual(whole)
  })

  it('ends with a page that is just full', async () => {
    expect(await list.read({ limit: String(whole.length) })).toMatchObject({ items: { length: whole.length }, nextCursor: null })
    expect((await list.read({ limit: String(whole.length - 1) })).nextCursor).not.toBeNull()
  })

  it('goes on, in place, while new items arrive', async () => {
    const ids = await joined(list, 3, async () => {
      if ((await list.read({ limit: '100' })).items.length < whole.length + 2) await list.add()
    })
    expect(ids.filter((id) => whole.includes(id))).toEqual(whole)
    expect(new Set(ids).size).toBe(ids.length)
    if (!list.oldestFirst) expect(ids).toEqual(whole)
    whole = (await list.read({ limit: '100' })).items.map(({ id }) => id)
  })

  it('goes on when the row that the cursor names is deleted', async () => {
    const removed: string[] = []
    const ids = await joined(list, 3, async (page, cursor) => {
      if (removed.length > 0) return
      const last = page.at(-1) ?? ''
      expect(DECODERS.some((decode) => decode(cursor))).toBe(true)
      removed.push(last)
      await list.remove(last)
    })
    expect(removed).toHaveLength(1)
    expect(ids).toEqual(whole)
    expect((await list.read({ limit: '100' })).items.map(({ id }) => id)).toEqual(whole.filter((id) => !removed.includes(id)))
  })

  it('with a cursor beyond the end is empty', async () => {
    const cursor = list.beyond ?? (list.oldestFirst ? '_'.repeat(21).concat('w') : 'A'.repeat(22))
    expect(await list.read({ cursor })).toMatchObject({ items: [], nextCursor: null })
  })
})

describe('every list', () => {
  it.each(Object.entries(LISTS))('%s refuses what is no page', async (_, { read }) => {
    for (const query of [{ limit: '0' }, { limit: '101' }, { cursor: 'x' }, { page: '1' }]) {
      await expect(read(query as Query)).rejects.toMatchObject({ code: 'validation_failed' })
    }
  })
})
