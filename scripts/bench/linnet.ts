import { startApp } from '@/scripts/app'
import { ensureBuilt } from '@/scripts/build'
import { ask } from '@/scripts/database'
import { freePort } from '@/scripts/ports'
import { Refusal } from '@/scripts/refusal'
import { readSettings } from '@/scripts/settings'

export type World = { users: number; tweets: number }

/** Where something answers, and by which process. */
export type Place = { address: string; pid: number }

/** How large the world is that the database holds. Refuses an empty one. */
export async function worldIn(url: string): Promise<World> {
  const [world] = await ask<World>(
    url,
    'SELECT (SELECT count(*)::int FROM users) AS users, (SELECT count(*)::int FROM tweets) AS tweets',
  ).catch(() => [])
  if (!world?.tweets) throw new Refusal('There is nothing to measure with yet. Run: npm run bench:data')
  return world
}

/** Starts the production server on that database, as so many processes, without limits, jobs and lines for each request. */
export async function startLinnet(url: string, processes = 1): Promise<Place> {
  const settings = readSettings('production')
  const port = await freePort()
  const address = `http://localhost:${port}`
  const quiet = {
    RATE_LIMITS: 'off',
    LINNET_JOBS: 'off',
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
    WEB_CONCURRENCY: String(processes),
  } as const
  const env = { ...process.env, ...quiet, DATABASE_URL: url, APP_URL: address, AUTH_SECRET: 'only for the benchmark: 32 bytes or more' }
  await ensureBuilt(settings.distDir, env)
  const child = await startApp({ mode: 'start', port, env: { ...env, LINNET_DIST_DIR: settings.distDir } })
  return { address, pid: child.process.pid ?? 0 }
}
