import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '@/lib/db'
import { OLDEST } from '@/lib/timelines/range'

/** How much of a timeline is kept. */
const KEPT = 800
/** How much it may grow to. */
const MOST = 1_000
/** Of how much by each person one learns how far back that goes. */
const HEAD = 20
/** How many timelines a process fills at once; whoever comes meanwhile reads by the definition. */
const AT_ONCE = 4

/** How long it waits for others at most, a little longer each time: a second in all. */
const WAITS_MS = [2, 4, 8, 16, 32, 64, 128, 256, 512]

const filling = new Set<string>()

/**
 * Keeps somebody's home timeline from now on: triggers put into it what those whom they follow write, and what they wrote before is put into
 * it here. Answers whether that is done; what cannot be finished now is begun anew by the next to read.
 */
export async function keepHome(userId: string): Promise<boolean> {
  if (filling.has(userId) || filling.size >= AT_ONCE) return false
  filling.add(userId)
  try {
    await db.$executeRaw`INSERT INTO home_timelines (user_id) SELECT id FROM users WHERE id = ${userId}::uuid ON CONFLICT DO NOTHING`
    const isReady = await othersAreOver()
    if (isReady) await fillHome(userId)
    return isReady
  } finally {
    filling.delete(userId)
  }
}

/**
 * Waits until every transaction is over that may have begun before this and not see what was committed before this; false when that takes too
 * long. Its number comes from a transaction of its own: a snapshot's newest is the newest that is over, not the newest there is.
 */
async function othersAreOver(): Promise<boolean> {
  const [now] = await db.$queryRaw<{ xid: string }[]>`SELECT pg_current_xact_id()::text AS xid`
  for (const wait of WAITS_MS) {
    const [found] = await db.$queryRaw<{ over: boolean }[]>`SELECT pg_snapshot_xmin(pg_current_snapshot()) > ${now?.xid}::xid8 AS over`
    if (found?.over) return true
    await sleep(wait)
  }
  return false
}

/**
 * The newest of all whom they follow. Nobody's newest 800 are older than the 800th of everybody's newest 20, so of thousands of people little
 * more is read than what is put in. With the row held, whoever follows meanwhile and lifts the floor comes before or after.
 */
async function fillHome(userId: string): Promise<void> {
  await db.$transaction([
    db.$queryRaw`SELECT user_id FROM home_timelines WHERE user_id = ${userId}::uuid FOR UPDATE`,
    db.$executeRaw`
      WITH followed AS MATERIALIZED (
        SELECT u.id FROM follows f JOIN users u ON u.id = f.following_id WHERE f.follower_id = ${userId}::uuid AND u.fans_out
      ), reach AS (
        SELECT act.id FROM followed, LATERAL newest_acts(followed.id, ${HEAD}::int, ${OLDEST}::uuid) act ORDER BY act.id DESC OFFSET ${KEPT - 1} LIMIT 1
      ), newest AS MATERIALIZED (
        SELECT act.* FROM followed, LATERAL newest_acts(followed.id, ${KEPT}::int, coalesce((SELECT id FROM reach), ${OLDEST}::uuid)) act
        ORDER BY act.id DESC LIMIT ${KEPT}
      ), put AS (
        INSERT INTO home_entries (user_id, id, tweet_id) SELECT ${userId}::uuid, id, tweet_id FROM newest ON CONFLICT DO NOTHING
      )
      UPDATE home_timelines SET filled = true, floor = greatest(floor, (SELECT id FROM newest ORDER BY id DESC OFFSET ${KEPT - 1} LIMIT 1))
      WHERE user_id = ${userId}::uuid`,
  ])
}

/** Notes that somebody reads their timeline, so that it stays kept. */
export async function noteReading(userId: string): Promise<void> {
  await db.$executeRaw`UPDATE home_timelines SET read_at = now() WHERE user_id = ${userId}::uuid AND read_at < now() - interval '1 hour'`
}

/** Cuts the timelines that grew too long, each looked at every six hours; answers how many. */
export function trimHomes(now = new Date(), isOver?: () => boolean, { kept, most } = { kept: KEPT, most: MOST }): Promise<number> {
  return inBatches(isOver, async () => {
    const rows = await db.$queryRaw<{ long: boolean }[]>`
      WITH due AS MATERIALIZED (
        SELECT user_id FROM home_timelines WHERE trimmed_at < ${now}::timestamptz - interval '6 hours'
        ORDER BY trimmed_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
      ), long AS MATERIALIZED (
        SELECT due.user_id, (SELECT id FROM home_entries WHERE user_id = due.user_id ORDER BY id DESC OFFSET ${kept - 1} LIMIT 1) AS floor FROM due
        WHERE EXISTS (SELECT FROM home_entries WHERE user_id = due.user_id ORDER BY id DESC OFFSET ${most} LIMIT 1)
      ), cut AS (
        DELETE FROM home_entries e USING long WHERE e.user_id = long.user_id AND e.id < long.floor
      )
      UPDATE home_timelines h SET trimmed_at = ${now}, floor = greatest(h.floor, long.floor)
      FROM due LEFT JOIN long USING (user_id) WHERE h.user_id = due.user_id RETURNING long.user_id IS NOT NULL AS long`
    return { seen: rows.length, done: rows.filter(({ long }) => long).length }
  })
}

/** Keeps no longer what nobody has read for 14 days; answers how many timelines that were. */
export function dropUnreadHomes(now = new Date(), isOver?: () => boolean): Promise<number> {
  return inBatches(isOver, async () => {
    const done = await db.$executeRaw`
      DELETE FROM home_timelines WHERE user_id IN (
        SELECT user_id FROM home_timelines WHERE read_at < ${now}::timestamptz - interval '14 days' LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`
    return { seen: done, done }
  })
}

/** How many timelines one statement looks at, so that it is short. */
const BATCH = 20

async function inBatches(isOver: () => boolean = () => false, work: () => Promise<{ seen: number; done: number }>): Promise<number> {
  for (let all = 0; ; ) {
    const { seen, done } = await work()
    all += done
    if (seen < BATCH || isOver()) return all
  }
}
