import { join } from 'node:path'
import { startEmbedded } from '@/scripts/postgres/embedded'
import { step } from '@/scripts/progress.cjs'
import { readSettings } from '@/scripts/settings'

/** Everybody's password there. */
export const BENCH_PASSWORD = 'sings for the benchmark'

/** The benchmark's own database: `linnet_bench` on the server of DATABASE_URL, or in a PostgreSQL of its own in the data folder. */
export async function benchDatabase(name: string, { durable }: { durable: boolean }): Promise<string> {
  const { databaseUrl, dataDir } = readSettings('production')
  if (databaseUrl) return Object.assign(new URL(databaseUrl), { pathname: '/linnet_bench' }).href
  return step('Starting PostgreSQL', () => startEmbedded(join(dataDir, 'bench'), { command: name, durable }))
}
