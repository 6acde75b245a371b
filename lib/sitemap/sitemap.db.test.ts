import { beforeAll, describe, expect, it } from 'vitest'
import * as parts from '@/app/sitemap/[kind]/[part]/route'
import * as index from '@/app/sitemap.xml/route'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { Prisma } from '@/lib/generated/prisma/client'
import { encodeCursor } from '@/lib/page'
import { listParts, listPlaces, PART } from '@/lib/sitemap/queries'
import { somebody, tweetBy } from '@/lib/testing/factory'
import { fill, plansOf, statementsOf } from '@/lib/testing/plans'
import { childrenOf, parseXml, textIn } from '@/lib/testing/xml'

const PEOPLE = 2 * PART + 1_000
const HASHTAGS = PART + 1_000
const TWEETS = 40_000
const DAYS = 40
const NOW = new Date()

/** The id of the nth of so many that came evenly in the last days. */
const idOf = (n: Prisma.Sql, count: number) => Prisma.sql`
  overlay(md5(${n}::text) PLACING lpad(to_hex((extract(epoch FROM ${NOW}::timestamptz - interval '10 minutes'
    - (${count}::int - ${n}) * make_interval(days => ${DAYS}::int) / ${count}::int) * 1000)::bigint), 12, '0') FROM 1 FOR 12)::uuid`

/** More people and hashtags than one part has, each second of whom wrote, and tweets of more days than are named. */
beforeAll(async () => {
  await somebody()
  const keys = await db.$queryRaw<{ drop: string }[]>`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop FROM pg_constraint
    WHERE contype = 'f' AND conrelid IN ('tweets'::regclass, 'tweet_hashtags'::regclass)`
  for (const { drop } of keys) await db.$executeRawUnsafe(drop)
  await db.$executeRaw`DROP INDEX tweets_search_idx`
  await db.$executeRaw`ALTER TABLE tweets ALTER COLUMN search DROP EXPRESSION`
  await fill(Prisma.sql`
    INSERT INTO users (id, username, username_key, email, password_hash, name)
    SELECT ${idOf(Prisma.sql`n`, PEOPLE)}, 'bird' || n, 'bird' || n, 'bird' || n || '@linnet.example', password_hash, 'Bird'
    FROM users, generate_series(1, ${PEOPLE}::int) n`)
  await fill(Prisma.sql`
    INSERT INTO hashtags (id, word, display, tweets_count)
    SELECT ${idOf(Prisma.sql`n`, HASHTAGS)}, 'tag' || n, 'Tag' || n, 1 FROM generate_series(1, ${HASHTAGS}::int) n`)
  await fill(Prisma.sql`
    INSERT INTO tweets (id, author_id, content, conversation_id, created_at)
    SELECT id, author, 'A tweet.', id, ${NOW} FROM (
      SELECT ${idOf(Prisma.sql`n`, TWEETS)} AS id, ${idOf(Prisma.sql`(2 * (1 + n % ${PEOPLE / 2}::int))`, PEOPLE)} AS author
      FROM generate_series(1, ${TWEETS}::int) n) t`)
  await fill(Prisma.sql`
    INSERT INTO tweet_hashtags (hashtag_id, tweet_id, author_id, created_at)
    SELECT ${idOf(Prisma.sql`(1 + n % ${HASHTAGS}::int)`, HASHTAGS)}, id, author_id, created_at
    FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM tweets) t`)
  await fill(Prisma.sql`ANALYZE`)
}, 60_000)

async function pathsOf(kind: string): Promise<[string, string][]> {
  return (await listParts())
    .filter((path) => path.startsWith(`/sitemap/${kind}/`))
    .map((path) => path.split('/').slice(2) as [string, string])
}

describe('among many people, hashtags and tweets', () => {
  it('names everybody who wrote once, in parts', async () => {
    const found = await pathsOf('people')
    expect(found).toHaveLength(3)
    const places = (await Promise.all(found.map(([kind, part]) => listPlaces(kind, part)))).flat()
    expect(new Set(places.map(({ path }) => path)).size).toBe(places.length)
    expect(places).toHaveLength(PEOPLE / 2)
    expect(places.every(({ changedAt }) => changedAt && changedAt < NOW)).toBe(true)
  })

  it('names every hashtag in use once, in parts', async () => {
    const found = await pathsOf('hashtags')
    expect(found).toHaveLength(2)
    const places = (await Promise.all(found.map(([kind, part]) => listPlaces(kind, part)))).flat()
    expect(new Set(places.map(({ path }) => path)).size).toBe(HASHTAGS)
  })

  it('names the tweets of the last thirty days, each day by itself', async () => {
    const found = await pathsOf('tweets')
    expect(found).toHaveLength(30)
    const [kind, part] = found[1] ?? ['', '']
    expect((await listPlaces(kind, part)).length).toBeCloseTo(TWEETS / DAYS, -1)
  })

  it('reads no more than a part, by an index', async () => {
    const start = encodeCursor('00000000-0000-0000-0000-000000000000')
    const day = new Date(NOW.getTime() - 86_400_000).toISOString().slice(0, 10)
    const works: [RegExp, () => Promise<unknown>][] = [
      [/users_pkey/, () => listPlaces('people', `${start}.xml`)],
      [/hashtags_pkey/, () => listPlaces('hashtags', `${start}.xml`)],
      [/tweets_(public_idx|pkey)/, () => listPlaces('tweets', `${day}.xml`)],
      [/tweets_(public_idx|pkey)/, () => listParts()],
    ]
    for (const [expected, work] of works) {
      const plans = await plansOf(await statementsOf(work))
      expect(plans.flatMap(({ indexes }) => indexes).join(' ')).toMatch(expected)
      expect(plans.flatMap(({ scanned }) => scanned.filter((table) => table !== 'users'))).toEqual([])
      for (const { rowsRead, statement } of plans) expect(rowsRead, statement).toBeLessThan(4 * PART)
    }
  })
})

it('is answered as XML that may be kept', async () => {
  const me = await somebody()
  const { id } = await tweetBy(me, 'To be found. #sitemapped')
  const answer = await index.GET(new Request(`${env.APP_URL}/sitemap.xml`), { params: Promise.resolve({}) as never })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8'])
  const root = parseXml(await answer.text())
  const locations = childrenOf(root, 'sitemap').map((sitemap) => textIn(sitemap, 'loc'))
  const last = (kind: string) => locations.findLast((location) => location.includes(`/${kind}/`)) ?? ''
  const first = (kind: string) => locations.find((location) => location.includes(`/${kind}/`)) ?? ''
  for (const [location, path] of [
    [last('people'), `/${me.username}`],
    [last('hashtags'), '/hashtag/sitemapped'],
    [first('tweets'), `/${me.username}/status/${id}`],
  ] as const) {
    const [kind = '', part = ''] = new URL(location).pathname.split('/').slice(2)
    const shown = await parts.GET(new Request(location), { params: Promise.resolve({ kind, part }) })
    const urls = childrenOf(parseXml(await shown.text()), 'url')
    expect(urls.map((url) => textIn(url, 'loc'))).toContain(env.APP_URL + path)
    expect(urls.every((url) => new Date(textIn(url, 'lastmod')).toISOString() === textIn(url, 'lastmod'))).toBe(true)
  }
})

it.each([
  ['people', 'x.xml'],
  ['people', 'AAAAAAAAAAAAAAAAAAAAAA'],
  ['tweets', '2026-02-31.xml'],
  ['tweets', '+010000-01.xml'],
  ['pages', 'some.xml'],
  ['others', 'all.xml'],
])('there is no %s/%s', async (kind, part) => {
  const answer = await parts.GET(new Request(`${env.APP_URL}/sitemap/${kind}/${part}`), { params: Promise.resolve({ kind, part }) })
  expect(answer.status).toBe(404)
})
