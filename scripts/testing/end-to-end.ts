import { join } from 'node:path'
import { startApp } from '@/scripts/app'
import { ensureBrowser } from '@/scripts/browser'
import { ensureBuilt } from '@/scripts/build'
import { seed } from '@/scripts/cast'
import { run } from '@/scripts/children'
import { cacheFile } from '@/scripts/client'
import { locked } from '@/scripts/lock'
import { migrate } from '@/scripts/migrations'
import { freePort } from '@/scripts/ports'
import { startEmbedded } from '@/scripts/postgres/embedded'
import { step } from '@/scripts/progress.cjs'
import { ROOT } from '@/scripts/settings'
import { type Counts, countsIn } from '@/scripts/testing/counts'
import { testEnvironment } from '@/scripts/testing/environment'

/** The dist folder of the tests, so that they never disturb a running app. */
export const DIST_DIR = '.next-test'
/** Held while the app runs from there: another `npm test` in this clone must not replace it then. */
export const BUILD_LOCK = 'end-to-end.lock'

/** Builds the app for the tests, unless that is done: also as the folder that runs by itself, which costs seconds and is what containers and serverless hosts get. */
export function buildForTests(): Promise<void> {
  return ensureBuilt(DIST_DIR, testEnvironment({ NODE_ENV: 'production', LINNET_STANDALONE: '1' }))
}

/** Where the app runs for a while, what is its own in the environment, its database and a browser. */
export type Running = { address: string; own: Record<string, string>; url: string; browser: string }

/** Builds the app, starts it on a database of its own with the demo cast, and drives it with a browser. */
export function endToEnd(folder: string): Promise<Counts> {
  return whileRunning('npm test', folder, ({ address, own, browser }) =>
    playwright(folder, testEnvironment({ ...own, E2E_BASE_URL: address, E2E_BROWSER: browser })),
  )
}

/** Builds the app and has it run on a database of its own with the demo cast while `command` does its work. */
export async function whileRunning<T>(command: string, folder: string, work: (running: Running) => Promise<T>): Promise<T> {
  const browser = await ensureBrowser()
  const port = await freePort()
  const url = await step('Starting PostgreSQL', () => startEmbedded(folder, { command, durable: false }))
  await migrate(url)
  const address = `http://localhost:${port}`
  const own = { DATABASE_URL: url, APP_URL: address, LINNET_DATA_DIR: folder, LINNET_DIST_DIR: DIST_DIR }
  // Each test comes from an address of its own.
  const env = testEnvironment({ ...own, NODE_ENV: 'production', TRUST_PROXY_HOPS: '1' })
  await seed(url, env)
  return locked(cacheFile(BUILD_LOCK), async () => {
    await buildForTests()
    const app = await step('Starting the app', () => startApp({ mode: 'start', port, env }))
    try {
      return await work({ address, own, url, browser })
    } finally {
      await app.stop()
    }
  })
}

async function playwright(folder: string, env: NodeJS.ProcessEnv): Promise<Counts> {
  console.log('… End-to-end tests')
  const report = join(folder, 'end-to-end.json')
  const more = { E2E_REPORT: report, E2E_RESULTS: join(folder, 'test-results'), NODE_OPTIONS: '--conditions=react-server' }
  const { code } = await run(join(ROOT, 'node_modules/@playwright/test/cli.js'), ['test'], {
    env: { ...env, ...more },
    show: true,
    stopWith: 'SIGINT',
  })
  return countsIn(report, code)
}
