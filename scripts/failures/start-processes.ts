import type { TestProject } from 'vitest/node'
import { ownApp } from '@/scripts/failures/app'
import { ownPostgres } from '@/scripts/failures/postgres'
import { closeAll, killAll } from '@/scripts/lifetime'
import { step } from '@/scripts/progress.cjs'
import { buildForTests } from '@/scripts/testing/end-to-end'

/** Builds the app and starts it as `npm start` does: as two processes that share a port, with the API before Next.js. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  process.once('exit', killAll)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))
  try {
    await buildForTests()
    const { url } = await ownPostgres()
    // One person tries everything in the tests of the API, which is more than anybody may.
    const env = {
      APP_URL: 'http://localhost:3000',
      CRON_SECRET: 'only-for-the-tests',
      METRICS_TOKEN: 'only-for-the-tests',
      RATE_LIMITS: 'signed-in=100000/5m,tweets=100000/5m',
      TRUST_PROXY_HOPS: '1',
    }
    const app = await step('Starting two processes', () => ownApp(url, { ...env, WEB_CONCURRENCY: '2' }))
    const own = { ...env, WORKERS_PID: String(app.child().process.pid) }
    project.provide('host', { address: app.address, databaseUrl: url, env: own, writable: [] })
    return closeAll
  } catch (error) {
    await closeAll()
    throw error
  }
}
