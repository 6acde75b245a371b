import { type Db, db, transaction } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { isDue, isFresh, type Peak, rankTrend, type Usage } from '@/lib/hashtags/ranking'
import { AUTHOR, daysBefore, usagesOf } from '@/lib/hashtags/usage'
import { presentSql } from '@/lib/users/visibility'

/** How long the list is at least, if so many hashtags are used at all. */
const LIST_LENGTH = 5
/** Of how many uses, the newest, it is counted what is popular. */
const POPULAR_USES = 20_000

/**
 * Ranks the hashtags anew if that is due, and answers whether it did. Of many that ask at once one does it and the others go on with the
 * list as it is; only for the very first list they wait. The cost grows with the last day's tagged tweets.
 */
export async function refreshTrends(now = new Date()): Promise<boolean> {
  const last = await db.trendRefresh.findUniqueOrThrow({ where: { id: 1 } })
  if (!isDue(last, now)) return false
  const work = async (tx: Db) => {
    if (!(await takeTurn(tx, last.refreshedAt, now))) return false
    const start = performance.now()
    await save(tx, await rank(tx, now))
    await tx.trendRefresh.update({ where: { id: 1 }, data: { refreshedAt: now, tookMs: performance.now() - start } })
    return true
  }
  return transaction(work, { timeout: 60_000 })
}

const NEVER = 0

/** Holds the row of refreshes until the transaction ends. False when somebody else does, or just did what is due. */
async function takeTurn(tx: Db, before: Date, now: Date): Promise<boolean> {
  const orGoOn = before.getTime() === NEVER ? Prisma.empty : Prisma.sql`SKIP LOCKED`
  const rows = await tx.$queryRaw<Refresh[]>`
    SELECT refreshed_at AS "refreshedAt", took_ms AS "tookMs" FROM trend_refreshes WHERE id = 1 FOR UPDATE ${orGoOn}`
  return rows.some((row) => isDue(row, now))
}

type Refresh = { refreshedAt: Date; tookMs: number }

type Known = {
  id: string
  word: string
  observed: number
  expected: number | null
  expectedAt: Date | null
  peak: number
  peakAt: Date | null
}
type Ranked = { id: string; word: string; usage: Usage; expectedAt: Date; score: number; peak: Peak }
type Placed = Ranked & { rank: number | null }

/** What trends, by score, filled up with what is popular; then, without a rank, what is remembered of others. */
async function rank(tx: Db, now: Date): Promise<Placed[]> {
  // Held before anything is counted, so that whoever deletes tweets meanwhile forgets the peak after this and not before.
  await tx.$queryRaw`SELECT hashtag_id FROM hashtag_trends ORDER BY hashtag_id FOR UPDATE`
  const ranked = (await withExpected(tx, await usedToday(tx, now), now)).map((known) => rankOne(known, now))
  const trending = ranked.filter(({ score }) => score > 0).toSorted(byScore)
  const popular = await popularBeside(tx, trending, ranked, now)
  const listed = [...trending, ...popular].map((one, place) => ({ ...one, rank: place + 1 }))
  const isListed = new Set(listed.map(({ id }) => id))
  const rest = ranked.filter(({ id, usage, peak }) => !isListed.has(id) && (usage.observed >= 3 || peak.score > 0))
  return [...listed, ...rest.map((one) => ({ ...one, rank: null }))]
}

function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score || b.usage.observed - a.usage.observed || (a.word < b.word ? -1 : 1)
}

function rankOne({ id, word, observed, expected, expectedAt, peak, peakAt }: Reckoned, now: Date): Ranked {
  const usage = { observed, expected }
  return { id, word, usage, expectedAt, ...rankTrend(usage, { score: peak, at: peakAt ?? now }, now) }
}

/** The hashtags that at least three accounts used in the last 24 hours, and those of which something is remembered. */
function usedToday(tx: Db, now: Date): Promise<Known[]> {
  return tx.$queryRaw<Known[]>`
    SELECT h.id, h.word, coalesce(today.observed, 0) AS observed, t.expected, t.expected_at AS "expectedAt", coalesce(t.peak, 0) AS peak, t.peak_at AS "peakAt"
    FROM (
      SELECT hashtag_id, count(*)::int AS observed
      FROM (
        SELECT DISTINCT hashtag_id, author_id FROM tweet_hashtags
        WHERE created_at > ${daysBefore(now, 1)}::timestamptz AND created_at <= ${now}::timestamptz AND ${presentSql(AUTHOR)}
      ) uses GROUP BY hashtag_id
    ) today
    FULL JOIN hashtag_trends t ON t.hashtag_id = today.hashtag_id
    CROSS JOIN LATERAL (SELECT id, word FROM hashtags WHERE id = coalesce(today.hashtag_id, t.hashtag_id) OFFSET 0) h
    WHERE today.observed >= 3 OR t.hashtag_id IS NOT NULL`
}

type Reckoned = Known & { expected: number; expectedAt: Date }

/** The same with what is usual for them, reckoned anew where that is more than an hour ago. */
async function withExpected(tx: Db, known: Known[], now: Date): Promise<Reckoned[]> {
  const stale = known.filter(({ expectedAt }) => !isFresh(expectedAt, now))
  const usages = await usagesOf(
    stale.map(({ id }) => id),
    now,
    tx,
  )
  return known.map((one) => {
    const usage = usages.get(one.id)
    return { ...one, expected: usage?.expected ?? one.expected ?? 1, expectedAt: usage ? now : (one.expectedAt ?? now) }
  })
}

/** What fills the list up: the most used of the last seven days, by different accounts, then tweets, then word. */
async function popularBeside(tx: Db, trending: Ranked[], ranked: Ranked[], now: Date): Promise<Ranked[]> {
  const missing = LIST_LENGTH - trending.length
  if (missing <= 0) return []
  const found = await tx.$queryRaw<{ id: string; word: string }[]>`
    SELECT h.id, h.word
    FROM (
      SELECT hashtag_id, count(DISTINCT author_id) AS accounts, count(*) AS tweets
      FROM (
        SELECT hashtag_id, author_id FROM tweet_hashtags WHERE created_at > ${daysBefore(now, 7)}::timestamptz AND created_at <= ${now}::timestamptz
          AND ${presentSql(AUTHOR)}
        ORDER BY created_at DESC LIMIT ${POPULAR_USES}
      ) recent WHERE hashtag_id <> ALL (${trending.map(({ id }) => id)}::uuid[])
      GROUP BY hashtag_id ORDER BY accounts DESC, tweets DESC FETCH FIRST (${missing}::int) ROWS WITH TIES
    ) most JOIN hashtags h ON h.id = most.hashtag_id
    ORDER BY most.accounts DESC, most.tweets DESC, h.word COLLATE "C" LIMIT ${missing}`
  const unknown = found.filter(({ id }) => !ranked.some((one) => one.id === id)).map(({ id }) => id)
  const usages = await usagesOf(unknown, now, tx)
  return found.flatMap(({ id, word }) => {
    const usage = usages.get(id)
    return usage ? { id, word, usage, expectedAt: now, score: 0, peak: { score: 0, at: now } } : ranked.filter((one) => one.id === id)
  })
}

/** Writes the list, and forgets whatever is not in it. */
async function save(tx: Db, placed: Placed[]): Promise<void> {
  const ids = placed.map(({ id }) => id)
  await tx.$executeRaw`DELETE FROM hashtag_trends WHERE hashtag_id <> ALL (${ids}::uuid[])`
  if (placed.length === 0) return
  const column = <T>(of: (one: Placed) => T) => placed.map(of)
  await tx.$executeRaw`
    INSERT INTO hashtag_trends (hashtag_id, rank, score, observed, expected, expected_at, peak, peak_at)
    SELECT * FROM unnest(
      ${ids}::uuid[], ${column((one) => one.rank)}::int[], ${column((one) => one.score)}::float8[], ${column((one) => one.usage.observed)}::int[],
      ${column((one) => one.usage.expected)}::float8[], ${column((one) => one.expectedAt)}::timestamptz[],
      ${column((one) => one.peak.score)}::float8[], ${column((one) => one.peak.at)}::timestamptz[])
    ON CONFLICT (hashtag_id) DO UPDATE SET
      rank = excluded.rank, score = excluded.score, observed = excluded.observed, expected = excluded.expected,
      expected_at = excluded.expected_at, peak = excluded.peak, peak_at = excluded.peak_at`
}
