import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { findHashtag, listTrending } from '@/lib/hashtags/queries'
import { refreshTrends } from '@/lib/hashtags/trends'
import { type Person, people, tweetBy } from '@/lib/testing/factory'
import { deleteTweet } from '@/lib/tweets/commands'
import { deleteAccount } from '@/lib/users/commands'

const NOW = new Date('2026-06-15T12:00:00.000Z')
const HOUR_MS = 3_600_000
const hours = (count: number) => new Date(NOW.getTime() + count * HOUR_MS)

let crowd: Person[]

beforeAll(async () => {
  crowd = await people(8)
})

beforeEach(async () => {
  await db.tweetHashtag.deleteMany()
  await db.hashtagTrend.deleteMany()
  await db.trendRefresh.update({ where: { id: 1 }, data: { refreshedAt: new Date(0), tookMs: 0 } })
})

/** A tweet with the hashtag by each of these of the crowd, as if written so many hours before NOW. */
async function used(tag: string, by: number[], hoursAgo: number): Promise<string[]> {
  const ids: string[] = []
  for (const nth of by) {
    const { id } = await tweetBy(crowd[nth] as Person, `#${tag}`)
    await db.tweetHashtag.updateMany({ where: { tweetId: id }, data: { createdAt: hours(-hoursAgo) } })
    ids.push(id)
  }
  return ids
}

/** The list so many hours after NOW: word, rank and score. */
async function listAt(after: number) {
  const { items } = await listTrending(null, {}, hours(after))
  return items.map(({ word, rank, score }) => [word, rank, score])
}

describe('the list', () => {
  it('has what trends by score, then by people, then by word, and behind it what is popular', async () => {
    await used('many', [0, 1, 2, 3, 4], 1)
    await used('b_equal', [0, 1, 2, 3], 2)
    await used('a_equal', [0, 1, 2, 3], 2)
    await used('usual', [0, 1, 2], 1)
    for (const day of [1, 2, 3, 4, 5, 6, 7]) await used('usual', [0, 1, 2], day * 24 + 1)
    await used('loud', [0, 0, 0, 0, 0, 0], 1)
    await used('long_ago', [0, 1, 2], 7 * 24 + 1)
    expect(await listAt(0)).toEqual([
      ['many', 1, 16],
      ['a_equal', 2, 9],
      ['b_equal', 3, 9],
      ['usual', 4, 0],
      ['loud', 5, 0],
    ])
  })

  it('is filled up to five by different people first, then by tweets, then by word', async () => {
    await used('two_people', [0, 1], 30)
    await used('c_once', [0], 30)
    await used('b_once', [0], 30)
    await used('a_once', [0], 30)
    await used('thrice', [0, 0, 0], 30)
    await used('d_once', [0], 30)
    expect((await listAt(0)).map(([word]) => word)).toEqual(['two_people', 'thrice', 'a_once', 'b_once', 'c_once'])
  })

  it('is longer than five when more than five trend', async () => {
    for (const word of ['a', 'b', 'c', 'd', 'e', 'f']) await used(`t${word}`, [0, 1, 2], 1)
    await used('popular', [0, 1], 1)
    expect((await listAt(0)).map(([word]) => word)).toEqual(['ta', 'tb', 'tc', 'td', 'te', 'tf'])
  })

  it('is empty where nothing was ever used', async () => expect(await listAt(0)).toEqual([]))

  it('comes in pages that go on after a new ranking', async () => {
    for (const word of ['a', 'b', 'c', 'd', 'e', 'f']) await used(`t${word}`, [0, 1, 2], 1)
    const first = await listTrending(null, { limit: 2 }, NOW)
    expect(first.items.map(({ word }) => word)).toEqual(['ta', 'tb'])
    await used('top', [0, 1, 2, 3, 4, 5], 0)
    const second = await listTrending(null, { limit: 10, cursor: first.nextCursor }, hours(1))
    expect(second.items.map(({ word, rank }) => [word, rank])).toEqual([
      ['tb', 3],
      ['tc', 4],
      ['td', 5],
      ['te', 6],
      ['tf', 7],
    ])
    expect(second.nextCursor).toBeNull()
  })
})

describe('over time', () => {
  it('a hashtag is there as soon as three people used it in a day, however the days of the calendar lie', async () => {
    await used('rolling', [0], 14)
    await used('rolling', [1], 11)
    await used('rolling', [2], 0)
    expect(await listAt(-1)).toEqual([['rolling', 1, 0]])
    expect(await listAt(0)).toEqual([['rolling', 1, 4]])
  })

  it('its peak halves every four hours while anybody uses it', async () => {
    await used('fading', [0, 1, 2, 3, 4], 23.5)
    await used('fading', [5], 0.5)
    expect(await listAt(0)).toEqual([['fading', 1, 25]])
    expect(await listAt(1)).toEqual([['fading', 1, expect.closeTo(25 * 0.5 ** 0.25, 6)]])
    expect(await listAt(4)).toEqual([['fading', 1, 12.5]])
    expect(await listAt(8)).toEqual([['fading', 1, 6.25]])
    expect(await findHashtag(null, 'fading', hours(8))).toMatchObject({ rank: 1, score: 6.25, accounts24h: 1 })
    expect(await listAt(20)).toEqual([['fading', 1, 0]])
  })

  it('a new peak takes the place of what is left of the old one', async () => {
    await used('again', [0, 1, 2, 3, 4], 20)
    expect(await listAt(-20)).toEqual([['again', 1, 16]])
    await db.hashtagTrend.updateMany({ data: { peak: 64 } })
    expect(await listAt(-16)).toEqual([['again', 1, 32]])
    expect(await listAt(-8)).toEqual([['again', 1, 16]])
    expect(await db.hashtagTrend.findFirst()).toMatchObject({ peak: 16, peakAt: hours(-8) })
  })

  it('a hashtag that nobody uses any more is remembered as long as something of its peak is left', async () => {
    await used('gone', [0, 1, 2, 3, 4], 0)
    await listAt(0)
    await db.hashtagTrend.updateMany({ data: { peak: 4096 } })
    expect(await listAt(25)).toEqual([['gone', 1, 0]])
    expect(await db.hashtagTrend.findFirst()).toMatchObject({ peak: 4096 })
    await used('gone', [1], -26)
    expect((await listAt(26))[0]?.[2]).toBeCloseTo(4096 * 0.5 ** 6.5, 6)
    expect((await listAt(60))[0]?.[2]).toBe(0)
    expect(await listAt(24 * 9)).toEqual([])
    expect(await db.hashtagTrend.count()).toBe(0)
  })

  it('what is usual is reckoned anew after an hour', async () => {
    await used('usual', [0, 1, 2, 3], 0)
    await listAt(0)
    for (const day of [1, 2, 3, 4, 5, 6, 7]) await used('usual', [0, 1], day * 24 + 1)
    const expectedAt = async (after: number) => (await listTrending(null, {}, hours(after))).items.map(({ expected24h }) => expected24h)
    expect(await expectedAt(0.9)).toEqual([1])
    expect(await expectedAt(1.1)).toEqual([2])
  })
})

it('a hashtag alone has the numbers of this moment, also before the next refresh', async () => {
  await used('moment', [0, 1, 2], 1)
  await listAt(0)
  await used('moment', [3], 0)
  expect((await listTrending(null, {}, NOW)).items).toMatchObject([{ accounts24h: 3, score: 4 }])
  expect(await findHashtag(null, 'moment', NOW)).toMatchObject({ rank: 1, accounts24h: 4, score: 9 })
})

describe('what is deleted', () => {
  it('takes its hashtag out of the list, also one that stood high', async () => {
    const ids = await used('spam', [0, 1, 2, 3, 4], 1)
    await used('spam', [5], 1)
    expect(await listAt(0)).toEqual([['spam', 1, 25]])
    for (const [nth, id] of ids.entries()) await deleteTweet(crowd[nth] as Person, id)
    expect(await findHashtag(null, 'spam', NOW)).toMatchObject({ accounts24h: 1, score: 0 })
    expect(await listAt(0.1)).toEqual([['spam', 1, 0]])
  })

  it('goes with its account', async () => {
    const leavers = await people(3)
    for (const leaver of leavers) await tweetBy(leaver, '#leaving')
    await refreshTrends()
    expect((await listTrending(null, {})).items).toMatchObject([{ word: 'leaving', score: 4 }])
    for (const leaver of leavers) await deleteAccount(leaver, { password: leaver.password })
    await refreshTrends(new Date(Date.now() + HOUR_MS))
    expect(await db.hashtagTrend.count()).toBe(0)
  })
})

describe('of many that ask at once', () => {
  const asked = async (now: Date) => (await Promise.all(Array.from({ length: 20 }, () => refreshTrends(now)))).filter(Boolean).length

  it('one makes the first list, and the others wait for it', async () => {
    await used('first', [0, 1, 2], 1)
    const lists = await Promise.all(Array.from({ length: 20 }, () => listAt(0)))
    expect(new Set(lists.map((list) => JSON.stringify(list)))).toEqual(new Set([JSON.stringify([['first', 1, 4]])]))
  })

  it('one refreshes, each time that it is due', async () => {
    for (const now of [hours(0), hours(1), hours(2)]) {
      expect(await asked(now)).toBe(1)
      expect(await asked(now)).toBe(0)
    }
  })

  it('none waits for one that is at it, and none is stopped by one that died', async () => {
    await refreshTrends(NOW)
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM trend_refreshes FOR UPDATE`
      expect(await refreshTrends(hours(1))).toBe(false)
    })
    expect(await refreshTrends(hours(1))).toBe(true)
  })

  it('none refreshes before a hundred times what it took has passed', async () => {
    await refreshTrends(NOW)
    await db.trendRefresh.update({ where: { id: 1 }, data: { tookMs: 100 } })
    expect(await refreshTrends(new Date(NOW.getTime() + 10_000))).toBe(false)
    expect(await refreshTrends(new Date(NOW.getTime() + 10_001))).toBe(true)
    expect((await db.trendRefresh.findFirst())?.tookMs).toBeGreaterThan(0)
  })
})
