import { beforeAll, describe, expect, it } from 'vitest'
import { block } from '@/lib/blocks/commands'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { newId } from '@/lib/id'
import { encodeCursor } from '@/lib/page'
import { rankedPeopleSql } from '@/lib/search/people'
import { search } from '@/lib/search/queries'
import { parseSearch } from '@/lib/search/query'
import { before, type Sought, soughtBy } from '@/lib/search/sought'
import { askingSql, endOfWalkSql, estimateSql, indexSql, LONG_WALK, WALK, walkingSql, walkSql } from '@/lib/search/statements'
import { lookUp } from '@/lib/search/terms'
import { type Person, people } from '@/lib/testing/factory'
import { fill } from '@/lib/testing/plans'

const TWEETS = 200_000
const PEOPLE = 5_000
/** The tweets before this one are from long ago. */
const FORMERLY = 40_000

let me: Person

beforeAll(async () => {
  const [one, blocked] = (await people(2)) as [Person, Person]
  me = one
  await block(me, blocked.username)
  const statements = [
    Prisma.sql`DROP INDEX tweets_search_idx`,
    ...['tweets', 'tweet_hashtags', 'mentions'].map(withoutForeignKeys),
    manyPeople(),
    ...[0, 1, 2, 3].map((quarter) => manyTweets((quarter * TWEETS) / 4 + 1, ((quarter + 1) * TWEETS) / 4)),
    manyTags(),
    Prisma.sql`
      INSERT INTO tweet_hashtags (hashtag_id, tweet_id, author_id)
      SELECT h.id, t.id, t.author_id FROM tweets t JOIN hashtags h ON h.word = substring(t.content FROM '#(\\w+)')`,
    Prisma.sql`
      INSERT INTO mentions (tweet_id, user_id)
      SELECT t.id, u.id FROM tweets t JOIN users u ON u.username_key = substring(t.content FROM '@(\\w+)')`,
    Prisma.sql`CREATE INDEX tweets_search_idx ON tweets USING GIN (search) WITH (fastupdate = off)`,
  ]
  for (const statement of statements) await fill(statement)
  for (const table of ['tweets', 'users', 'tweet_hashtags', 'mentions']) await fill(Prisma.raw(`VACUUM ANALYZE ${table}`))
}, 120_000)

/** The id of the nth person or tweet: a minute lies between two. */
function idOf(n: number): string {
  return `${(1_700_000_000_000 + n * 60_000).toString(16).padStart(12, '0')}7000800000000000${n.toString(16).padStart(4, '0').slice(-4)}`
}

const ID_OF_N = Prisma.sql`(lpad(to_hex(1700000000000 + n * 60000::bigint), 12, '0') || '7000800000000000' || right(lpad(to_hex(n), 4, '0'), 4))::uuid`

/** To look every one of them up would take most of the time. */
function withoutForeignKeys(table: string): Prisma.Sql {
  return Prisma.raw(`
    DO $$ DECLARE name text; BEGIN
      FOR name IN SELECT conname FROM pg_constraint WHERE conrelid = '${table}'::regclass AND contype = 'f' LOOP
        EXECUTE format('ALTER TABLE ${table} DROP CONSTRAINT %I', name);
      END LOOP;
    END $$`)
}

function manyPeople(): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO users (id, username, username_key, email, password_hash, name, tweets_count)
    SELECT ${ID_OF_N}, 'anna_' || n, 'anna_' || n, 'anna' || n || '@linnet.example', '$argon2id$', 'Anna Lovelace ' || n, ${TWEETS / 100}
    FROM generate_series(1, ${PEOPLE}) n`
}

function manyTags(): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO hashtags (id, word, display)
    SELECT ${ID_OF_N}, word, word FROM (SELECT n, CASE n WHEN 1 THEN 'tag' WHEN 2 THEN 'old' ELSE 't' || n END AS word FROM generate_series(0, 500) n) words`
}

/** One in a hundred is by the seventh person; one in ten has the tag or mentions the seventh; #old and "formerly" belong to the first fifth. */
function manyTweets(first: number, last: number): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO tweets (id, author_id, conversation_id, likes_count, content)
    SELECT id, CASE WHEN n % 100 = 3 THEN ${idOf(7)}::uuid ELSE ${idOf(8)}::uuid END, id, CASE WHEN n % 50000 = 1 THEN 9 ELSE 0 END,
      'w' || n % 5000 || CASE WHEN n % 20 = 0 THEN '' ELSE ' the' END || CASE WHEN n % 10 = 4 THEN '' ELSE ' and' END
        || CASE WHEN n % 2 = 0 THEN ' even' ELSE ' odd' END || CASE WHEN n % 40000 = 7 THEN ' rare' ELSE '' END
        || CASE WHEN n < ${FORMERLY} THEN ' formerly' ELSE '' END || CASE WHEN n % 2000 = 1 THEN ' 東京タワー' ELSE '' END
        || CASE WHEN n % 10 = 0 THEN ' #tag' WHEN n % 10 = 1 AND n < ${FORMERLY} THEN ' #old' WHEN n % 10 = 2 THEN ' #t' || n % 500 ELSE '' END
        || CASE WHEN n % 10 = 0 THEN ' @anna_7' WHEN n % 10 = 1 THEN ' @anna_' || n % 1000 ELSE '' END
    FROM (SELECT n, ${ID_OF_N} AS id FROM generate_series(${first}::int, ${last}::int) n) numbered`
}

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Node[]
}

/** How PostgreSQL answers the statement: the indexes it uses, the tables it reads from end to end, and how many rows it reads. */
async function plan(steering: Prisma.Sql, statement: Prisma.Sql): Promise<{ indexes: string[]; scanned: string[]; read: number }> {
  const explain = Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`
  const [, [row]] = await db.$transaction([db.$queryRaw(steering), db.$queryRaw<[{ 'QUERY PLAN': [{ Plan: Node }] }]>(explain)])
  const nodes = flat(row['QUERY PLAN'][0].Plan)
  const tables = nodes.filter((node) => node['Relation Name'])
  return {
    indexes: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))].toSorted(),
    scanned: tables.filter((node) => node['Node Type'] === 'Seq Scan').flatMap((node) => node['Relation Name'] ?? []),
    read: tables.reduce((sum, node) => sum + rowsOf(node), 0),
  }
}

function flat(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(flat)]
}

function rowsOf(node: Node): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  return (node['Actual Rows'] + removed) * node['Actual Loops']
}

async function sought(q: string, viewer: Person | null = null): Promise<Sought> {
  const { terms } = parseSearch(q)
  const found = soughtBy(viewer, terms, await lookUp(viewer, terms))
  if (!found) throw new Error(`Nothing can be ${q}`)
  return found
}

describe('a walk', () => {
  it.each<[string, string[], number]>([
    ['the', ['tweets_pkey'], 100],
    ['the and', ['tweets_pkey'], 100],
    ['the -odd', ['tweets_pkey'], 100],
    ['w17', ['tweets_pkey'], WALK],
    ['rare', ['tweets_pkey'], WALK],
    ['formerly', ['tweets_pkey'], WALK],
    ['東京タワー', ['tweets_pkey'], WALK],
    ['min_likes:9', ['tweets_pkey'], WALK],
    ['from:anna_7', ['tweets_author_id_id_idx'], 100],
    ['from:anna_7 formerly', ['tweets_author_id_id_idx'], 2 * WALK],
    ['#tag', ['tweet_hashtags_pkey', 'tweets_pkey'], 100],
    ['#tag rare', ['tweet_hashtags_pkey', 'tweets_pkey'], 2 * WALK],
    ['#old', ['tweet_hashtags_pkey', 'tweets_pkey'], 100],
    ['@anna_7', ['mentions_user_id_tweet_id_idx', 'tweets_pkey'], 100],
    ['#t77 from:anna_7', ['tweet_hashtags_pkey', 'tweets_pkey'], 2 * WALK],
    ['the since:2024-01-01 until:2024-01-03', ['tweets_pkey'], 100],
  ])('for %s reads along %j, and few rows', async (q, indexes, rows) => {
    for (const viewer of [null, me]) {
      for (const below of [undefined, idWithDashes(150_000)]) {
        const { read, scanned, ...used } = await plan(walkingSql, walkSql(before(await sought(q, viewer), below), 21))
        expect(scanned.filter((table) => table !== 'blocks' && table !== 'mutes')).toEqual([])
        expect(used.indexes.filter((index) => /^(tweet|mention)/.test(index))).toEqual(indexes)
        expect(read).toBeLessThanOrEqual(rows)
      }
    }
  })

  it.each(['the', 'from:anna_7', '#tag', '#old', '@anna_7'])('for %s ends where it would read one more', async (q) => {
    const { read, scanned } = await plan(walkingSql, endOfWalkSql(await sought(q)))
    expect(scanned).toEqual([])
    expect(read).toBeLessThanOrEqual(WALK)
  })

  it('that is long reads no more than that', async () => {
    const { read, scanned } = await plan(walkingSql, walkSql(await sought('min_likes:9'), 21, LONG_WALK))
    expect(scanned).toEqual([])
    expect(read).toBeLessThanOrEqual(LONG_WALK)
  })
})

describe('the index of words', () => {
  it.each<[string, number]>([
    ['rare', 5],
    ['rare the', 5],
    ['rare -and', 5],
    ['odd even', 0],
    ['東京タワー', 100],
    ['"rare formerly"', 1],
    ['formerly', FORMERLY],
    ['formerly w17', 8],
  ])('for %s reads what holds the words, and nothing else', async (q, rows) => {
    for (const viewer of [null, me]) {
      for (const below of [undefined, idWithDashes(150_000)]) {
        const { read, scanned, indexes } = await plan(askingSql, indexSql(before(await sought(q, viewer), below), 21))
        expect(scanned.filter((table) => table !== 'blocks' && table !== 'mutes')).toEqual([])
        expect(indexes).toContain('tweets_search_idx')
        expect(read).toBeLessThanOrEqual(rows + 10)
      }
    }
  })

  it('is not asked for what too many tweets hold', async () => {
    const estimate = async (q: string) => {
      const [row] = await db.$queryRaw<[{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }]>(estimateSql(await sought(q)))
      return row['QUERY PLAN'][0].Plan['Plan Rows']
    }
    expect(await estimate('the')).toBeGreaterThan(TWEETS * 0.8)
    expect(await estimate('formerly')).toBeLessThan(TWEETS * 0.3)
    expect(await estimate('rare')).toBeLessThan(TWEETS * 0.01)
  })
})

describe('people', () => {
  it.each<[string, string[]]>([
    ['a', ['users_prefix_idx']],
    ['anna', ['users_prefix_idx', 'users_search_idx']],
    ['lovelace 77', ['users_search_idx']],
    ['lovelcae77', ['users_similar_idx']],
  ])('named %s are found by %j, of few rows', async (text, indexes) => {
    for (const viewer of [null, me]) {
      const {
        read,
        scanned,
        indexes: used,
      } = await plan(askingSql, rankedPeopleSql(viewer, text, { start: newId(), after: null, take: 21 }))
      expect(scanned).not.toContain('users')
      expect(used).toEqual(expect.arrayContaining(indexes))
      expect(read).toBeLessThan(PEOPLE)
    }
  })
})

describe('what is found', () => {
  it.each<[string, number]>([
    ['rare', 5],
    ['formerly rare', 1],
    ['odd even', 0],
    ['東京タワー', 100],
    ['京タワー', 100],
    ['min_likes:9', 4],
    ['min_likes:9 -formerly', 3],
    ['from:anna_7 rare', 0],
    ['#tag w40', 40],
    ['#old rare', 0],
    ['#old w1', 8],
    ['@anna_7 w40', 40],
  ])('by %s is all there is', async (q, count) => {
    const ids: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await search(null, { q, limit: 100, ...(cursor && { cursor }) })
      ids.push(...page.items.map((item) => ('id' in item ? item.id : item.word)))
      cursor = page.nextCursor
    } while (cursor)
    expect(ids).toHaveLength(count)
    expect(ids).toEqual([...new Set(ids)].toSorted().toReversed())
  })

  it('by a frequent word goes on from any place', async () => {
    const { items } = await search(null, { q: 'the and', cursor: encodeCursor(idWithDashes(100_000)) })
    expect(items).toHaveLength(20)
  })
})

function idWithDashes(n: number): string {
  return idOf(n).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
