import { startApp } from '@/scripts/app'
import { demoSignIn, seed } from '@/scripts/cast'
import { ensureClient } from '@/scripts/client'
import { openDatabase } from '@/scripts/database'
import { isEnding } from '@/scripts/lifetime'
import { migrate } from '@/scripts/migrations'
import { refuseTakenPort } from '@/scripts/ports'
import { Refusal } from '@/scripts/refusal'
import { environmentFor, ROOT, type Settings } from '@/scripts/settings'

type Options = { mode: 'start' | 'dev'; prepare: (env: NodeJS.ProcessEnv) => Promise<void> }

/** Readies the database, prepares and starts the app, says where it is, and returns its exit code when it ends. */
export async function serve(settings: Settings, { mode, prepare }: Options): Promise<number> {
  await refuseTakenPort(settings.port, settings.hostname)
  refuseMissingSecret(settings, mode)
  await ensureClient()
  const url = await openDatabase(settings, mode === 'start' ? 'npm start' : 'npm run dev')
  await migrate(url)
  const env = environmentFor(settings, url)
  if (settings.seed) await seed(url, env)
  await prepare(env)
  const { port, hostname, processes, poolMax } = settings
  const many = { WEB_CONCURRENCY: String(processes), ...(poolMax && { DB_POOL_MAX: String(poolMax) }) }
  const app = await startApp({ mode, port, hostname, env: mode === 'start' ? { ...env, ...many } : { ...env, WEB_CONCURRENCY: '1' } })
  await announce(settings, url)
  const code = await app.exited
  if (!isEnding()) console.error(`The app ended by itself (exit code ${code}).`)
  return code || 1
}

/** Only a database of one's own machine gets a secret without asking: what is deployed must keep the same one everywhere. */
function refuseMissingSecret({ databaseUrl, authSecret }: Settings, mode: Options['mode']): void {
  if (mode !== 'start' || !databaseUrl) return
  const howTo = 'Set it to at least 32 random bytes, for example the output of: openssl rand -base64 48'
  if (!authSecret) throw new Refusal(`AUTH_SECRET is missing. ${howTo}`)
  if (Buffer.byteLength(authSecret) < 32) throw new Refusal(`AUTH_SECRET is too short. ${howTo}`)
}

async function announce({ port, appUrl, dataDir, databaseUrl }: Settings, url: string): Promise<void> {
  const demo = await demoSignIn(url)
  console.log(`\nLinnet is at http://localhost:${port}${appUrl === `http://localhost:${port}` ? '' : ` (people use ${appUrl})`}`)
  if (demo) console.log(`Sign in as ${demo.username} with the password ${demo.password}`)
  if (!databaseUrl)
    console.log(`Everything it remembers is in ${dataDir.startsWith(`${ROOT}/`) ? dataDir.slice(ROOT.length + 1) : dataDir}`)
  console.log('Ctrl-C stops it\n')
}
