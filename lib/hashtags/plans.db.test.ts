import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { followHashtag } from '@/lib/hashtags/commands'
import { findHashtag, listFollowedHashtags, listHashtags, listHashtagTweets, listTrending } from '@/lib/hashtags/queries'
import { refreshTrends } from '@/lib/hashtags/trends'
import { type Person, somebody } from '@/lib/testing/factory'
import { fill, type Plan, plansOf, statementsOf } from '@/lib/testing/plans'
import { listHome } from '@/lib/timelines/queries'

const TWEETS = 200_000
const DAYS = 60
const NOW = new Date()
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

let me: Person
let lastDay: number
let lastWeekOfHuge: number

/**
 * Two hundred thousand tweets of sixty days by five thousand people, every second with a hashtag: half of those with #huge, the others
 * with one of twenty thousand, a hundred of which are used much more than the rest. In the last hour twenty more trend.
 */
beforeAll(async () => {
  me = await somebody()
  await withoutChecks()
  await fill(Prisma.sql`
    INSERT INTO users (id, username, username_key, email, password_hash, name)
    SELECT md5('u' || n)::uuid, 'bird' || n, 'bird' || n, 'bird' || n || '@linnet.example', password_hash, 'Bird' FROM users, generate_series(1, 5000) n`)
  await fill(Prisma.sql`
    INSERT INTO hashtags (id, word, display, tweets_count)
    SELECT md5('h' || n)::uuid, CASE n WHEN 0 THEN 'huge' ELSE 'tag' || n END, 'Tag' || n, 0 FROM generate_series(0, 20000) n`)
  await fill(Prisma.sql`
    INSERT INTO tweets (id, author_id, content, conversation_id, created_at, likes_count)
    SELECT id, md5('u' || 1 + n * 7919 % 5000)::uuid, 'A tweet.', id, at, n % 10
    FROM generate_series(1, ${TWEETS}::int) n,
      LATERAL (SELECT ${NOW}::timestamptz - (${TWEETS}::int - n) * make_interval(days => ${DAYS}::int) / ${TWEETS}::int AS at) t,
      LATERAL (SELECT overlay(md5('t' || n) PLACING lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') FROM 1 FOR 12)::uuid AS id) i`)
  await fill(Prisma.sql`
    INSERT INTO tweet_hashtags (hashtag_id, tweet_id, author_id, created_at)
    SELECT md5('h' || CASE WHEN n % 4 = 0 THEN 0 WHEN n % 3 = 0 THEN 1 + n % 100 ELSE 1 + n * 31 % 20000 END)::uuid, id, author_id, created_at
    FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM tweets) t WHERE n % 2 = 0
    UNION ALL
    SELECT md5('h' || 20000 - n % 20)::uuid, id, author_id, created_at
    FROM (SELECT *, row_number() OVER (ORDER BY id DESC) AS n FROM tweets) t WHERE n % 2 = 1 AND n < 400
    ON CONFLICT DO NOTHING`)
  await fill(Prisma.sql`
    UPDATE hashtags SET tweets_count = uses FROM (SELECT hashtag_id, count(*) AS uses FROM tweet_hashtags GROUP BY hashtag_id) used WHERE id = hashtag_id`)
  await fill(Prisma.sql`ANALYZE`)
  const { id: hashtagId } = await db.hashtag.findUniqueOrThrow({ where: { word: 'huge' } })
  lastDay = await db.tweetHashtag.count({ where: { createdAt: { gt: later(-24 * 60) } } })
  lastWeekOfHuge = await db.tweetHashtag.count({ where: { hashtagId, createdAt: { gt: later(-7 * 24 * 60) } } })
  await refreshTrends(NOW)
  // As PostgreSQL does by itself, a while later.
  await fill(Prisma.sql`ANALYZE`)
}, 120_000)

/** What would only make it slow to fill the tables: foreign keys, and what search needs. */
async function withoutChecks() {
  const keys = await db.$queryRaw<{ drop: string }[]>`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop FROM pg_constraint
    WHERE contype = 'f' AND conrelid IN ('tweets'::regclass, 'tweet_hashtags'::regclass)`
  for (const { drop } of keys) await db.$executeRawUnsafe(drop)
  await db.$executeRaw`DROP INDEX tweets_search_idx`
  await db.$executeRaw`ALTER TABLE tweets ALTER COLUMN search DROP EXPRESSION`
}

const LARGE = ['tweets', 'tweet_hashtags', 'hashtags', 'users']

/** The plans of what the work asks the database, none of which reads a large table from end to end. */
async function plans(work: () => Promise<unknown>): Promise<Plan[]> {
  const found = await plansOf(await statementsOf(work))
  for (const { scanned, statement } of found) expect([statement, scanned.filter((table) => LARGE.includes(table))]).toEqual([statement, []])
  return found
}

const rowsRead = (found: Plan[]) => found.reduce((sum, plan) => sum + plan.rowsRead, 0)
const indexes = (found: Plan[]) => found.flatMap((plan) => plan.indexes)

describe('among 200,000 tweets', () => {
  it('a refresh reads the uses of the last day, and little else', async () => {
    expect(lastDay).toBeGreaterThan(1_000)
    const found = await plans(() => refreshTrends(later(6)))
    expect(indexes(found)).toContain('tweet_hashtags_created_at_hashtag_id_author_id_idx')
    expect(rowsRead(found)).toBeLessThan(3 * lastDay)
  })

  it('the hourly reckoning of what is usual reads eight days of what was used today', async () => {
    const found = await plans(() => refreshTrends(later(90)))
    expect(rowsRead(found)).toBeLessThan(3 * lastDay + 9 * lastDay)
  })

  it('what is popular is counted over so many uses at most', async () => {
    const found = await plans(() => refreshTrends(later(25 * 60)))
    expect(found.some(({ statement }) => statement.includes('recent'))).toBe(true)
    expect(rowsRead(found)).toBeLessThan(50_000)
    await refreshTrends(NOW)
  })

  it('the list of trends reads its rows by rank, and their histories', async () => {
    const found = await plans(() => listTrending(me, { limit: 5 }, NOW))
    expect(indexes(found)).toContain('hashtag_trends_rank_idx')
    expect(found).toHaveLength(3)
    expect(rowsRead(found)).toBeLessThan(5 * lastWeekOfHuge)
  })

  it('a hashtag reads its own last eight days', async () => {
    const found = await plans(() => findHashtag(me, '#Huge', NOW))
    expect(rowsRead(found)).toBeLessThan(3 * lastWeekOfHuge)
  })

  it('its newest tweets are read from its index, at any depth', async () => {
    for (const viewer of [null, me]) {
      const { nextCursor } = await listHashtagTweets(viewer, 'huge', { limit: 100 })
      for (const query of [{}, { cursor: nextCursor }]) {
        const found = await plans(() => listHashtagTweets(viewer, 'huge', query))
        expect(indexes(found)).toContain('tweet_hashtags_pkey')
        expect(rowsRead(found)).toBeLessThan(400)
      }
    }
  })

  it('its top tweets are chosen from the newest thousand', async () => {
    for (const viewer of [null, me]) {
      const { nextCursor } = await listHashtagTweets(viewer, 'huge', { sort: 'top' })
      for (const query of [{}, { cursor: nextCursor }]) {
        const found = await plans(() => listHashtagTweets(viewer, 'huge', { ...query, sort: 'top' }))
        expect(indexes(found)).toContain('tweet_hashtags_pkey')
        expect(rowsRead(found)).toBeLessThan(8_000)
      }
    }
  })

  it.each([
    ['tag', 10_000],
    ['tag12', 10_000],
    ['', 300],
    ['nothing', 2_000],
  ])('hashtags that begin with %j read at most %d rows', async (q, most) => {
    const found = await plans(() => listHashtags(null, { q, limit: 5 }, NOW))
    expect(indexes(found)).toContain(q === '' ? 'hashtags_tweets_count_id_idx' : 'hashtags_prefix_idx')
    expect(rowsRead(found.filter(({ statement }) => statement.includes('FROM hashtags h')))).toBeLessThan(most)
  })

  it('hashtags that one follows, and their tweets in the home timeline, cost what there is to show', async () => {
    for (const word of ['huge', 'tag1', 'tag2']) await followHashtag(me, word)
    const followed = await plans(() => listFollowedHashtags(me, {}, NOW))
    expect(rowsRead(followed)).toBeLessThan(2 * lastWeekOfHuge)
    const { nextCursor } = await listHome(me, { limit: 100 })
    for (const query of [{}, { cursor: nextCursor }]) {
      const found = await plans(() => listHome(me, query))
      expect(indexes(found)).toContain('tweet_hashtags_pkey')
      expect(rowsRead(found)).toBeLessThan(1_500)
    }
  })
})
