import { COUNTERS } from '@/lib/counters/queries'
import { transaction } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'

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
