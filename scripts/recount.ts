import { repairCounters } from '@/lib/counters/commands'
import { listWrongCounters } from '@/lib/counters/queries'
import { db, transaction } from '@/lib/db'

const wrong = await transaction((tx) => listWrongCounters(tx), { timeout: 600_000 })
for (const { table, column, id, stored, counted } of wrong)
  console.log(`${table}.${column} of ${id} is ${stored}, and a recount gives ${counted}.`)
if (wrong.length === 0) console.log('Every counter equals a recount.')
else if (process.argv.includes('--repair')) console.log(`Repaired ${await repairCounters()} counters.`)
else console.log('To set them right: npm run db:recount -- --repair')
await db.$disconnect()
process.exitCode = wrong.length > 0 && !process.argv.includes('--repair') ? 1 : 0
