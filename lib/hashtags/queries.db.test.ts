import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { followHashtag, unfollowHashtag } from '@/lib/hashtags/commands'
import { findHashtag, getHashtag, listFollowedHashtags, listHashtags, listHashtagTweets } from '@/lib/hashtags/queries'
import { type Person, people, tweetBy } from '@/lib/testing/factory'
import { deleteTweet } from '@/lib/tweets/commands'
import { deleteAccount } from '@/lib/users/commands'

const NOW = new Date('2026-06-15T12:00:00.000Z')
const HOUR_MS = 3_600_000

let crowd: Person[]

beforeAll(async () => {
  crowd = await people(6)
})

/** A tweet with the hashtag by the nth of the crowd, as if written so many hours before NOW. */
async function used(tag: string, nth: number, hoursAgo: number): Promise<string> {
  const { id } = await tweetBy(crowd[nth] as Person, `#${tag}`)
  const createdAt = new Date(NOW.getTime() - hoursAgo * HOUR_MS)
  await db.tweetHashtag.updateMany({ where: { tweetId: id }, data: { createdAt } })
  return id
}

describe('the numbers of a hashtag', () => {
  it('observed: different accounts of the last 24 hours, however often each', async () => {
    for (const nth of [0, 0, 0, 1, 2]) await used('observed', nth, 1)
    await used('observed', 3, 23.99)
    await used('observed', 4, 24.01)
    expect(await findHashtag(null, 'observed', NOW)).toMatchObject({ accounts24h: 4, expected24h: 1, score: 9, tweetsCount: 7 })
  })

  it('expected: the mean per day over the seven days before, at least 1', async () => {
    for (const day of [1, 2, 3, 4, 5, 6, 7]) for (const nth of [0, 1, 1]) await used('expected', nth, day * 24 + 1)
    await used('expected', 5, 8 * 24 + 0.01)
    for (const nth of [0, 1, 2, 3]) await used('expected', nth, 2)
    const { accounts24h, expected24h, score } = (await findHashtag(null, 'expected', NOW)) ?? {}
    expect([accounts24h, expected24h, score]).toEqual([4, 2, 2])
  })

  it('score: one account alone never stands out', async () => {
    for (let n = 0; n < 12; n++) await used('alone', 0, 1)
    expect(await findHashtag(null, 'alone', NOW)).toMatchObject({ accounts24h: 1, score: 0, tweetsCount: 12 })
  })

  it('the window rolls: what is new at noon is old a day later', async () => {
    for (const nth of [0, 1, 2]) await used('rolling', nth, 0)
    const at = async (hours: number) => (await findHashtag(null, 'rolling', new Date(NOW.getTime() + hours * HOUR_MS)))?.accounts24h
    expect([await at(0), await at(23.99), await at(24), await at(-0.01)]).toEqual([3, 3, 0, 0])
  })

  it('history: tweets and accounts of each of the last seven UTC days, oldest first', async () => {
    for (const nth of [0, 0, 1]) await used('history', nth, 1)
    await used('history', 2, 12)
    await used('history', 3, 12.01)
    await used('history', 4, 6 * 24 + 12)
    await used('history', 5, 6 * 24 + 12.01)
    expect((await findHashtag(null, 'history', NOW))?.history).toEqual([
      { date: '2026-06-09', tweets: 1, accounts: 1 },
      { date: '2026-06-10', tweets: 0, accounts: 0 },
      { date: '2026-06-11', tweets: 0, accounts: 0 },
      { date: '2026-06-12', tweets: 0, accounts: 0 },
      { date: '2026-06-13', tweets: 0, accounts: 0 },
      { date: '2026-06-14', tweets: 1, accounts: 1 },
      { date: '2026-06-15', tweets: 4, accounts: 3 },
    ])
  })

  it('deleted tweets and accounts drop out', async () => {
    const [leaver] = (await people(1)) as [Person]
    const id = await used('dropping', 0, 1)
    await tweetBy(leaver, '#dropping')
    expect(await getHashtag(null, 'dropping')).toMatchObject({ tweetsCount: 2 })
    await deleteTweet(crowd[0] as Person, id)
    await deleteAccount(leaver, { password: leaver.password })
    expect(await getHashtag(null, 'dropping')).toMatchObject({ tweetsCount: 0, accounts24h: 0 })
    expect(await listHashtagTweets(null, 'dropping', {})).toEqual({ items: [], nextCursor: null })
  })
})

describe('a hashtag is found', () => {
  it.each(['Ñandú', '#ñandú', '＃ÑANDÚ', 'N\u0303andu\u0301'])('as %j', async (word) => {
    const { id } = await tweetBy(crowd[0] as Person, 'An #ñandú.')
    expect(await getHashtag(null, word)).toMatchObject({ word: 'ñandú', display: 'ñandú', viewer: null })
    expect((await listHashtagTweets(null, word, {})).items[0]).toMatchObject({ id, viewer: null })
  })

  it.each(['never_used', '', '1', 'a b', '\0', '\ud800', undefined, 5])('but not as %j', async (word) => {
    await expect(getHashtag(null, word)).rejects.toMatchObject({ code: 'not_found' })
    await expect(listHashtagTweets(null, word, {})).rejects.toMatchObject({ code: 'not_found' })
    expect(await findHashtag(null, word)).toBeNull()
  })

  it('by the word that its tweet shows, whatever its letters unfold to', async () => {
    for (const tag of ['ﷺ', '夏～秋', 'aͺ', 'İ', 'ϓ', 'ﬃ']) {
      const [shown] = (await tweetBy(crowd[0] as Person, `#${tag}`)).entities.hashtags
      expect(await getHashtag(null, shown?.word)).toMatchObject({ tweetsCount: 1, display: tag })
    }
  })
})

describe('hashtags that begin alike', () => {
  const words = async (q: string) => (await listHashtags(null, { q })).items.map(({ word }) => word)

  beforeAll(async () => {
    const uses = { begin: 1, beginner: 3, beginning: 2, bègin: 1, '2024goals': 1, begün: 0 }
    for (const [word, count] of Object.entries(uses)) for (let n = 0; n < count; n++) await tweetBy(crowd[n] as Person, `#${word}`)
    await deleteTweet(crowd[0] as Person, (await tweetBy(crowd[0] as Person, '#begone')).id)
  })

  it.each([
    ['begi', ['beginner', 'beginning', 'begin']],
    ['#BEGI', ['beginner', 'beginning', 'begin']],
    [' ＃Ｂｅｇｉ ', ['beginner', 'beginning', 'begin']],
    ['beginn', ['beginner', 'beginning']],
    ['bè', ['bègin']],
    ['be\u0300', ['bègin']],
    ['2024', ['2024goals']],
    ['bego', []],
    ['never', []],
    ['b%', []],
    ['%', []],
    ['beg_', []],
    ['\\', []],
    ['a b', []],
    ['\0', []],
    ['\ud800', []],
    ['x'.repeat(10_000), []],
  ])('are found by %j', async (q, found) => expect(await words(q)).toEqual(found))

  it('are all that are used, the most used first, where nothing is typed', async () => {
    const { items } = await listHashtags(null, { limit: 100 })
    const counts = items.map(({ tweetsCount }) => tweetsCount)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(counts.at(-1)).toBeGreaterThan(0)
    expect(await words('#')).toEqual(items.slice(0, 20).map(({ word }) => word))
  })
})

describe('following a hashtag', () => {
  it('is so once, however often, is undone once, and shows only to who does it', async () => {
    const [me, them] = (await people(2)) as [Person, Person]
    for (const word of ['first_followed', 'then_followed']) await tweetBy(them, `#${word}`)
    for (const word of ['#First_Followed', 'first_followed', 'then_followed'])
      expect(await followHashtag(me, word)).toMatchObject({ viewer: { following: true } })
    expect((await listFollowedHashtags(me, {})).items.map(({ word }) => word)).toEqual(['then_followed', 'first_followed'])
    expect(await getHashtag(them, 'first_followed')).toMatchObject({ viewer: { following: false } })
    expect(await getHashtag(null, 'first_followed')).toMatchObject({ viewer: null })
    for (const _ of [1, 2]) expect(await unfollowHashtag(me, 'first_followed')).toMatchObject({ viewer: { following: false } })
    expect((await listFollowedHashtags(me, {})).items.map(({ word }) => word)).toEqual(['then_followed'])
  })

  it('is refused to nobody, and of what nobody ever used', async () => {
    const [me] = (await people(1)) as [Person]
    for (const act of [followHashtag, unfollowHashtag]) {
      await expect(act(null, 'observed')).rejects.toMatchObject({ code: 'unauthenticated' })
      await expect(act(me, 'never_used')).rejects.toMatchObject({ code: 'not_found' })
    }
    await expect(listFollowedHashtags(null, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('how a hashtag is shown', () => {
  it.each([
    ['as it was typed', ['ÑandúBird'], 'ÑandúBird'],
    ['as most of its tweets write it', ['SPELT', 'spelt', 'Spelt', 'Spelt', 'Spelt'], 'Spelt'],
    ['no other way because of one tweet', ['OneTweet', 'OneTweet', 'ONETWEET'], 'OneTweet'],
  ])('%s', async (_, typed, shown) => {
    for (const tag of typed) await tweetBy(crowd[0] as Person, `#${tag}`)
    expect(await getHashtag(null, typed[0])).toMatchObject({ display: shown })
  })
})
