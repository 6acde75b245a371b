import { describe, expect, it } from 'vitest'
import { listWrongCounters } from '@/lib/counters/queries'
import { db } from '@/lib/db'
import { signedInAgain } from '@/lib/testing/factory'
import { listHome } from '@/lib/timelines/queries'
import { fillTables } from '@/scripts/bench/fill'
import { randomFrom, zipf } from '@/scripts/bench/random'
import { tablesOf, userOf } from '@/scripts/bench/rows'
import { makeWorld, READERS } from '@/scripts/bench/world'

const SIZE = { users: 600, tweets: 6_000, seed: 7, now: Date.now() }
const world = makeWorld(SIZE)

describe('a world', () => {
  it('is the same for the same seed, and another for another', () => {
    const text = (seed: number) => [...(tablesOf(makeWorld({ ...SIZE, seed }), 'x')[2]?.rows() ?? [])].join('')
    expect(text(7)).toBe(text(7))
    expect(text(7)).not.toBe(text(8))
  })

  it('has few people with many followers, and readers who follow as many as their names say', () => {
    const counts = (column: Int32Array) =>
      column.reduce((all, place) => all.set(place, (all.get(place) ?? 0) + 1), new Map<number, number>())
    const followers = counts(world.follows.whom)
    expect(Math.max(...followers.values())).toBeGreaterThan(SIZE.users * 0.4)
    expect([...followers.values()].filter((count) => count > SIZE.users * 0.2).length).toBeLessThan(20)
    const following = counts(world.follows.who)
    const readers = READERS.map((_, n) => following.get(SIZE.users - READERS.length + n))
    expect(readers.slice(0, 2)).toEqual([50, 500])
  })

  it('uses the first hashtags most', () => {
    const place = zipf(randomFrom(1), 100)
    const drawn = Array.from({ length: 10_000 }, place)
    const often = (n: number) => drawn.filter((one) => one === n).length
    expect(often(0) / often(1)).toBeCloseTo(2, 0)
    expect(often(0) / often(9)).toBeGreaterThan(6)
  })
})

describe('a database filled with it', () => {
  it('has every count right, what checks it, and readers with something to read', { timeout: 60_000 }, async () => {
    const all = () => db.$queryRaw<{ what: string }[]>`
      SELECT indexdef AS what FROM pg_indexes WHERE schemaname = 'public' UNION ALL
      SELECT conrelid::regclass || conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY what`
    const before = await all()
    let shown = [0, 1]
    await fillTables(process.env.DATABASE_URL ?? '', tablesOf(world, '$argon2id$none'), (done, of) => {
      shown = [done, of]
    })
    expect(shown[0]).toBe(shown[1])
    expect(await all()).toEqual(before)
    expect(await listWrongCounters()).toEqual([])
    expect(await db.tweet.count()).toBe(SIZE.tweets)
    const reader = SIZE.users - READERS.length
    const viewer = await signedInAgain({ id: userOf(world, reader), username: 'reads_50', name: 'Bird' })
    expect((await listHome(viewer, {})).items).toHaveLength(20)
  })
})
