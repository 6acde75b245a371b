import { parseArgs } from 'node:util'
import { hash } from '@node-rs/argon2'
import { BENCH_PASSWORD, benchDatabase } from '@/scripts/bench/database'
import { fillTables } from '@/scripts/bench/fill'
import { tablesOf } from '@/scripts/bench/rows'
import { makeWorld, type Size } from '@/scripts/bench/world'
import { ensureClient } from '@/scripts/client'
import { ask, makeDatabase } from '@/scripts/database'
import { command } from '@/scripts/lifetime'
import { migrate } from '@/scripts/migrations'
import { bar, step } from '@/scripts/progress.cjs'
import { Refusal } from '@/scripts/refusal'

const USAGE = 'npm run bench:data -- [--users 100000] [--tweets 2000000] [--scale 1] [--seed 1] [--force]'

/** What the arguments ask for; `scale` makes a part of it. Throws `Refusal`. */
function sizeFrom(args: string[]): Size & { force: boolean } {
  const options = {
    users: number('100000'),
    tweets: number('2000000'),
    scale: number('1'),
    seed: number('1'),
    force: { type: 'boolean' },
  } as const
  try {
    const { values } = parseArgs({ args, options })
    const [users, tweets, scale, seed] = [values.users, values.tweets, values.scale, values.seed].map(Number)
    const size = { users: Math.round((users ?? 0) * (scale ?? 0)), tweets: Math.round((tweets ?? 0) * (scale ?? 0)), seed: seed ?? 0 }
    if (!(size.users >= 100 && size.tweets >= 1_000 && Number.isInteger(size.seed))) throw new Error('That is too small a world')
    return { ...size, now: Date.now(), force: values.force ?? false }
  } catch (error) {
    throw new Refusal(`${(error as Error).message}. ${USAGE}`)
  }
}

function number(value: string) {
  return { type: 'string', default: value } as const
}

command(async () => {
  const { force, ...size } = sizeFrom(process.argv.slice(2))
  await ensureClient()
  const url = await benchDatabase('npm run bench:data', { durable: false })
  await makeDatabase(url)
  const [found] = await ask<{ count: number }>(url, `SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = 'public'`)
  if (found?.count && !force) throw new Refusal('The database of the benchmark is filled already. To fill it anew, add --force.')
  await ask(url, 'DROP SCHEMA public CASCADE')
  await ask(url, 'CREATE SCHEMA public')
  await migrate(url)
  const world = await step(`Making up ${size.users} people and ${size.tweets} tweets`, async () => makeWorld(size))
  const tables = tablesOf(world, await hash(BENCH_PASSWORD))
  await bar('Writing rows', (show) => fillTables(url, tables, show))
  for (const { table, count } of tables) console.log(`${count.toLocaleString('en').padStart(12)} ${table}`)
  return 0
})
