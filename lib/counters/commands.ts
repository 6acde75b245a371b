import { COUNTERS, listWrongCounters, type WrongCounter } from '@/lib/counters/queries'
import { db, transaction } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { log } from '@/lib/log'

/** Of how many rows of each table a run recounts, beginning anywhere. */
const SOME = 200

/** Sets every stored count to what a recount gives and answers how many were wrong. Nobody can write meanwhile. */
export async function repairCounters(): Promise<number> {
  return transaction(
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE users, tweets, hashtags, follows, likes, retweets, tweet_hashtags IN SHARE ROW EXCLUSIVE MODE`
      let repaired = 0
      for (const [table, column, count] of COUNTERS) {
        const [rows, stored, recount] = [Prisma.raw(table), Prisma.raw(column), Prisma.raw(count)]
        repaired += await tx.$executeRaw`UPDATE ${rows} x SET ${stored} = (${recount}) WHERE x.${stored} <> (${recount})`
      }
      return repaired
    },
    { timeout: 600_000 },
  )
}

/** Recounts some rows of each table and sets right what is wrong, while everybody goes on; answers how many counts were. A warning names each. */
export async function recountSome(random = Math.random()): Promise<number> {
  let repaired = 0
  for (const table of new Set(COUNTERS.map(([name]) => name))) {
    for (const wrong of await listWrongCounters(db, { table, ids: await someOf(table, random) })) repaired += await repairOne(wrong)
  }
  return repaired
}

/** Ids begin with times, so that every time between the first and the last is as likely to be looked at. */
async function someOf(table: string, random: number): Promise<string[]> {
  const rows = Prisma.raw(table)
  const ends = await db.$queryRaw<{ id: string }[]>`
    (SELECT id FROM ${rows} ORDER BY id LIMIT 1) UNION ALL (SELECT id FROM ${rows} ORDER BY id DESC LIMIT 1)`
  const [first = 0, last = 0] = ends.map(({ id }) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
  const from = Math.floor(first + (last - first) * random)
    .toString(16)
    .padStart(12, '0')
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM ${rows} WHERE id >= ${`${from.slice(0, 8)}-${from.slice(8)}-0000-0000-000000000000`}::uuid ORDER BY id LIMIT ${SOME}`
  return found.map(({ id }) => id)
}

/** Whoever changes what is counted holds the row that counts until they commit, so that with the row held the recount is exact. */
function repairOne({ table, column, id, stored, counted }: WrongCounter): Promise<number> {
  const [, , count = ''] = COUNTERS.find((counter) => counter[0] === table && counter[1] === column) ?? []
  const [rows, kept, recount] = [Prisma.raw(table), Prisma.raw(column), Prisma.raw(count)]
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM ${rows} WHERE id = ${id}::uuid FOR NO KEY UPDATE`
    const repaired =
      await tx.$executeRaw`UPDATE ${rows} x SET ${kept} = (${recount}) WHERE x.id = ${id}::uuid AND x.${kept} <> (${recount})`
    if (repaired > 0) log.warn({ counter: `${table}.${column}`, id, stored, counted }, 'a counter was wrong')
    return repaired
  })
}
