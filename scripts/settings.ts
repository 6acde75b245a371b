import { availableParallelism, hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import nextEnv from '@next/env'
import { openDataFolder, secretIn } from '@/scripts/postgres/home'
import { Refusal } from '@/scripts/refusal'

/** The folder that holds package.json. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

export type Settings = {
  port: number
  hostname: string | undefined
  dataDir: string
  distDir: string
  databaseUrl: string | undefined
  /** The same past a pooler, where a host names one. */
  directUrl: string | undefined
  authSecret: string | undefined
  appUrl: string
  seed: boolean
  /** As how many processes the app runs, and how many connections to the database each may have. */
  processes: number
  poolMax: number | undefined
  /** The environment as it was before .env files: what is started reads those itself. */
  environment: NodeJS.ProcessEnv
}

/** The settings from the environment, .env.local and .env, read as Next reads them. Refuses what makes no sense. */
export function readSettings(mode: 'production' | 'development'): Settings {
  const environment = { ...process.env, NODE_ENV: mode }
  const { combinedEnv } = nextEnv.loadEnvConfig(ROOT, mode === 'development', { info: () => {}, error: console.error })
  return { ...settingsFrom(combinedEnv), environment }
}

/** The settings that these variables say; an empty variable says nothing. */
export function settingsFrom(variables: Record<string, string | undefined>): Omit<Settings, 'environment'> {
  const port = portFrom(variables.PORT || '3000')
  const processes = processesFrom(variables.WEB_CONCURRENCY)
  return {
    port,
    // Shells and containers call the machine's own name HOSTNAME; that is no wish to listen there only.
    hostname: variables.HOSTNAME === hostname() ? undefined : variables.HOSTNAME || undefined,
    dataDir: resolve(ROOT, variables.LINNET_DATA_DIR || '.data'),
    distDir: variables.LINNET_DIST_DIR || '.next',
    databaseUrl: variables.DATABASE_URL || undefined,
    // As Prisma, Neon's and Vercel's own stores call it.
    directUrl:
      variables.DIRECT_URL || variables.DATABASE_URL_UNPOOLED || variables.POSTGRES_URL_NON_POOLING || variables.DATABASE_URL || undefined,
    authSecret: variables.AUTH_SECRET || undefined,
    appUrl: variables.APP_URL || `http://localhost:${port}`,
    // Everybody knows the cast's password: a database that was named may be one that the world can reach.
    seed: variables.LINNET_SEED ? !/^(off|0|false|no)$/i.test(variables.LINNET_SEED) : !variables.DATABASE_URL,
    processes,
    // All together as many as any server has to spare.
    poolMax: variables.DB_POOL_MAX ? undefined : Math.min(10, Math.max(2, Math.floor(80 / processes))),
  }
}

/** The environment of the app on this database. A machine of one's own that has no AUTH_SECRET keeps one in its data folder. */
export function environmentFor(settings: Settings, url: string): NodeJS.ProcessEnv {
  const { environment, databaseUrl, authSecret, appUrl, dataDir, distDir } = settings
  const ours = { DATABASE_URL: url, APP_URL: appUrl, LINNET_DATA_DIR: dataDir, LINNET_DIST_DIR: distDir }
  if (authSecret || databaseUrl) return { ...environment, ...ours, ...(authSecret && { AUTH_SECRET: authSecret }) }
  openDataFolder(dataDir)
  return { ...environment, ...ours, AUTH_SECRET: secretIn(join(dataDir, 'auth-secret')) }
}

function processesFrom(text: string | undefined): number {
  const count = Number(text || availableParallelism())
  if (Number.isInteger(count) && count >= 1 && count <= 128) return count
  throw new Refusal(`WEB_CONCURRENCY must be a number from 1 to 128, and it is "${text}".`)
}

function portFrom(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new Refusal(`PORT must be a number from 1 to 65535, and it is "${text}".`)
}
