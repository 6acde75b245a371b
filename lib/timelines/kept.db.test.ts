import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { follow } from '@/lib/follows/commands'
import { Prisma } from '@/lib/generated/prisma/client'
import { settled } from '@/lib/later'
import { retweet } from '@/lib/retweets/commands'
import { type Person, people, somebody, tweetBy } from '@/lib/testing/factory'
import { plainEntries } from '@/lib/testing/home'
import { fill, type Plan, plansOf, statementsOf } from '@/lib/testing/plans'
import { dropUnreadHomes, keepHome, trimHomes } from '@/lib/timelines/commands'
import { homeEntries } from '@/lib/timelines/home'
import { keptEntries } from '@/lib/timelines/kept'
import { countNew, listHome } from '@/lib/timelines/queries'
import type { Range } from '@/lib/timelines/range'

const FOLLOWED = 300
const EACH = 20
const FIRST: Range = { cursor: undefined, since: undefined, take: 21 }
const HOUR = 3_600_000

let me: Person
let start: string

/** So many tweets of each of these people, the older the higher `ago` is. */
function writing(who: Prisma.Sql, each: number, ago: number): Promise<void> {
  return fill(Prisma.sql`
    INSERT INTO tweets (id, author_id, content, conversation_id, created_at)
    SELECT id, author, 'A tweet.', id, at
    FROM (SELECT u.id AS author, n, row_number() OVER () AS place FROM (${who}) u, generate_series(1, ${each}::int) n) w,
      LATERAL (SELECT now() - make_interval(secs => ${ago}::int + n * 60 + place % 50) AS at) t,
      LATERAL (SELECT overlay(gen_random_uuid()::text PLACING to_char_time(at) FROM 1 FOR 13)::uuid AS id) i`)
}

const named = (name: string) => Prisma.sql`SELECT id FROM users WHERE username_key LIKE ${`${name}%`}`

/** Three hundred people with twenty tweets each whom I follow, one of whom has written for too many to be put into each timeline. */
beforeAll(async () => {
  me = await somebody()
  await fill(Prisma.sql`
    CREATE FUNCTION to_char_time(at timestamptz) RETURNS text LANGUAGE sql
      RETURN overlay(lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') PLACING '-' FROM 9 FOR 0)`)
  await fill(Prisma.sql`
    INSERT INTO users (id, username, username_key, email, password_hash, name)
    SELECT md5('u' || n)::uuid, name, name, name || '@linnet.example', '$argon2id$none', name
    FROM generate_series(1, 2000) n, LATERAL (SELECT CASE WHEN n <= ${FOLLOWED}::int THEN 'bird' ELSE 'other' END || n AS name) x`)
  await fill(Prisma.sql`
    INSERT INTO follows (id, follower_id, following_id) SELECT gen_random_uuid(), ${me.id}::uuid, id FROM (${named('bird')}) u`)
  await writing(named('bird'), EACH, 0)
  await fill(Prisma.sql`UPDATE users SET fans_out = false WHERE username_key = 'bird1'`)
  await fill(Prisma.sql`
    INSERT INTO retweets (id, user_id, tweet_id)
    SELECT gen_random_uuid(), u.id, t.id FROM (${named('other')}) u, (SELECT id FROM tweets ORDER BY id DESC OFFSET 5 LIMIT 1) t`)
  await fill(Prisma.sql`ANALYZE`)
  while (!(await keepHome(me.id)));
  start = (await plainEntries(me, FIRST))[0]?.id ?? ''
}, 60_000)

const kept = () => db.homeTimeline.findUnique({ where: { userId: me.id } })
const count = () => db.homeEntry.count({ where: { userId: me.id } })
const birds = () => db.user.findMany({ where: { usernameKey: { startsWith: 'bird' } }, take: 60, select: { id: true } })

/** So many places down the timeline. */
async function at(depth: number): Promise<Range> {
  const entries = await plainEntries(me, { ...FIRST, take: depth })
  return { ...FIRST, cursor: { start, last: entries.at(-1)?.id ?? '' } }
}

const LARGE = ['tweets', 'retweets', 'follows', 'users', 'home_entries']

async function plans(work: () => Promise<unknown>): Promise<Plan[]> {
  const found = await plansOf(await statementsOf(work))
  for (const { scanned } of found) expect(scanned.filter((table) => LARGE.includes(table))).toEqual([])
  return found
}

const rowsRead = (found: Plan[]) => found.reduce((sum, plan) => sum + plan.rowsRead, 0)

describe('a kept timeline', () => {
  it('holds the newest 800 of those who are put into it', async () => {
    expect(await count()).toBe(800)
    expect((await kept())?.floor).not.toBeNull()
  })

  it('is read from what there is to show, at any depth, however many retweeted what stands in it', async () => {
    for (const range of [FIRST, await at(300), await at(700)]) {
      expect(await keptEntries(me, range)).toMatchObject({ entries: await plainEntries(me, range) })
      const found = await plans(() => keptEntries(me, range))
      expect(found).toHaveLength(1)
      expect(found[0]?.indexes).toContain('home_entries_pkey')
      expect(rowsRead(found)).toBeLessThan(600)
    }
    const since = (await at(50)).cursor?.last
    expect(rowsRead(await plans(() => keptEntries(me, { ...FIRST, since, take: 100, own: false })))).toBeLessThan(900)
  })

  it('goes on by the definition below what is kept', async () => {
    for (const depth of [790, 1_500]) {
      const range = await at(depth)
      expect((await keptEntries(me, range))?.entries).toBeNull()
      expect(await homeEntries(me, range)).toEqual(await plainEntries(me, range))
    }
  })

  it('has nothing missing above its floor when one follows somebody who wrote a lot', async () => {
    const [prolific] = (await people(1)) as [Person]
    await writing(named(prolific.username.toLowerCase()), 900, 0)
    const before = await kept()
    await follow(me, prolific.username)
    expect((await kept())?.floor).toEqual(before?.floor)
    const range = await at(700)
    expect(await homeEntries(me, range)).toEqual(await plainEntries(me, range))
    const newcomer = await somebody()
    while (!(await keepHome(newcomer.id)));
    await follow(newcomer, prolific.username)
    const lifted = await db.homeTimeline.findUnique({ where: { userId: newcomer.id }, select: { floor: true } })
    expect(lifted?.floor).not.toBeNull()
    const all = { ...FIRST, take: 1_000 }
    expect((await keptEntries(newcomer, all))?.entries).toBeNull()
    expect(await homeEntries(newcomer, all)).toEqual(await plainEntries(newcomer, all))
  })

  it('is cut when it grew too long', async () => {
    for (const { id } of await birds()) await writing(Prisma.sql`SELECT ${id}::uuid AS id`, 8, -600)
    expect(await count()).toBeGreaterThan(1_000)
    expect(await trimHomes()).toBe(0)
    expect(await trimHomes(new Date(Date.now() + 7 * HOUR))).toBe(1)
    expect(await count()).toBe(800)
    start = (await plainEntries(me, FIRST))[0]?.id ?? ''
    for (const range of [FIRST, await at(770), await at(900)]) expect(await homeEntries(me, range)).toEqual(await plainEntries(me, range))
  })

  it('is kept for as long as it is read', async () => {
    await db.homeTimeline.update({ where: { userId: me.id }, data: { readAt: new Date(Date.now() - 15 * 24 * HOUR) } })
    await countNew(me, { since: (await listHome(me, {})).sinceCursor })
    await settled()
    expect(await dropUnreadHomes()).toBe(0)
    expect(await dropUnreadHomes(new Date(Date.now() + 15 * 24 * HOUR))).toBe(2)
    expect([await kept(), await count()]).toEqual([null, 0])
    expect(await homeEntries(me, FIRST)).toEqual(await plainEntries(me, FIRST))
    await settled()
    while (!(await keepHome(me.id)));
    expect(await keptEntries(me, FIRST)).toMatchObject({ entries: await plainEntries(me, FIRST) })
  })
})

describe('what somebody writes whom 10,000 follow', () => {
  it('is put into no timeline, and stands in each, also for those to whom they were put before', async () => {
    const [reader, star, stranger] = (await people(3)) as [Person, Person, Person]
    await follow(reader, star.username)
    while (!(await keepHome(reader.id)));
    const before = await tweetBy(star)
    await db.user.update({ where: { id: star.id }, data: { followersCount: 10_000 }, select: { id: true } })
    const tweet = await tweetBy(star)
    await retweet(star, (await tweetBy(stranger)).id)
    const rows = await db.homeEntry.findMany({ where: { userId: reader.id }, select: { id: true } })
    expect(rows).toEqual([{ id: before.id }])
    const { entries } = (await keptEntries(reader, FIRST)) ?? {}
    expect(entries?.slice(1).map(({ id }) => id)).toEqual([tweet.id, before.id])
    expect(entries).toEqual(await plainEntries(reader, FIRST))
  })
})
