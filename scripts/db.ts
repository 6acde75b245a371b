import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { seed } from '@/scripts/cast'
import { run } from '@/scripts/children'
import { ensureClient } from '@/scripts/client'
import { addressIn, ask, openDatabase, shareDatabase } from '@/scripts/database'
import { command } from '@/scripts/lifetime'
import { migrate, pendingMigrations, prisma } from '@/scripts/migrations'
import { runningEmbedded } from '@/scripts/postgres/embedded'
import { Refusal } from '@/scripts/refusal'
import { environmentFor, ROOT, readSettings, type Settings } from '@/scripts/settings'

type Command = (settings: Settings, args: string[]) => Promise<number>

const COMMANDS: Record<string, Command> = {
  deploy: deployCommand,
  migrate: migrateCommand,
  seed: seedCommand,
  reset: resetCommand,
  studio: studioCommand,
  url: urlCommand,
  recount: recountCommand,
  media: mediaCommand,
  admin: adminCommand,
  backup: backupCommand,
  restore: restoreCommand,
}

/** Applies what is pending to the database that a deployment uses: a step of every deploy, which may run twice at once. */
async function deployCommand(settings: Settings): Promise<number> {
  if (!settings.directUrl) throw new Refusal('Set DATABASE_URL to the database of the deployment.')
  const url = await openDatabase({ ...settings, databaseUrl: settings.directUrl }, 'npm run deploy:migrate')
  if ((await pendingMigrations(url)).length === 0) console.log('Every migration is applied already.')
  await migrate(url)
  return 0
}

/** Applies what is pending; with `--name x` writes a new migration from the changes in schema.prisma first. */
async function migrateCommand(settings: Settings, args: string[]): Promise<number> {
  const url = await shareDatabase(settings, 'npm run db:migrate')
  if (args.length > 0) {
    const { code } = await prisma(['migrate', 'dev', ...args], url, { interactive: true, show: true })
    if (code === 0) await ensureClient()
    return code
  }
  if ((await pendingMigrations(url)).length === 0) console.log('Every migration is applied already.')
  await migrate(url)
  return 0
}

async function seedCommand(settings: Settings): Promise<number> {
  const url = await ready(settings, 'npm run db:seed')
  console.log((await seed(url, environmentFor(settings, url))) ?? 'Somebody has signed up already; nothing was seeded.')
  return 0
}

/** Empties the database and brings it back to the newest migration, with the demo cast unless LINNET_SEED says off. */
async function resetCommand(settings: Settings, args: string[]): Promise<number> {
  const url = await shareDatabase(settings, 'npm run db:reset')
  if (!args.includes('--force') && !(await agreed(addressIn(url)))) return 1
  await ask(url, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  await ensureClient()
  await migrate(url)
  if (settings.seed) await seed(url, environmentFor(settings, url))
  return 0
}

async function studioCommand(settings: Settings, args: string[]): Promise<number> {
  const url = await ready(settings, 'npm run db:studio')
  return (await prisma(['studio', ...args], url, { interactive: true, show: true })).code
}

/** Prints the connection string of the running database, and nothing else. */
async function urlCommand({ databaseUrl, dataDir }: Settings): Promise<number> {
  const url = databaseUrl ?? runningEmbedded(dataDir)
  if (!url) throw new Refusal('No database is running. Start one with: npm start')
  console.log(url)
  return 0
}

/** Compares every stored count with the rows it counts; with `--repair` sets the wrong ones right. */
function recountCommand(settings: Settings, args: string[]): Promise<number> {
  return onDatabase(settings, 'npm run db:recount', 'recount.ts', args)
}

/** Compares the files of images with the rows; with `--repair` removes the files that belong to none. */
function mediaCommand(settings: Settings, args: string[]): Promise<number> {
  return onDatabase(settings, 'npm run media:check', 'media.ts', args)
}

/** What whoever keeps this Linnet can do about people and tweets. */
function adminCommand(settings: Settings, args: string[]): Promise<number> {
  return onDatabase(settings, 'npm run admin', 'admin.ts', args)
}

/** One archive of all rows and the files of images. */
function backupCommand(settings: Settings, args: string[]): Promise<number> {
  return onDatabase(settings, 'npm run backup', 'backup.ts', args, asItIs)
}

/** Brings back what an archive holds. */
function restoreCommand(settings: Settings, args: string[]): Promise<number> {
  return onDatabase(settings, 'npm run restore', 'restore.ts', args, asItIs)
}

/** Runs a script that uses the app's own modules. */
async function onDatabase(settings: Settings, name: string, script: string, args: string[], open = ready): Promise<number> {
  const url = await open(settings, name)
  const nodeArgs = ['--conditions=react-server', '--import', 'tsx']
  const env = { ...environmentFor(settings, url), DATABASE_URL: url }
  return (await run(join(ROOT, 'scripts', script), args, { env, nodeArgs, show: true })).code
}

async function ready(settings: Settings, name: string): Promise<string> {
  await ensureClient()
  const url = await shareDatabase(settings, name)
  await migrate(url)
  return url
}

/** A database that is to stay as it is. */
async function asItIs(settings: Settings, name: string): Promise<string> {
  await ensureClient()
  return shareDatabase(settings, name)
}

async function agreed(address: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new Refusal(`This removes everything in ${address}. To do so without being asked: npm run db:reset -- --force`)
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`This removes everything in ${address}. Type yes to go on: `)
  terminal.close()
  return answer.trim().toLowerCase() === 'yes'
}

command(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const chosen = COMMANDS[name]
  if (!chosen) throw new Refusal(`There is no "${name}" here: choose ${Object.keys(COMMANDS).join(', ')}.`)
  return chosen(readSettings('development'), args)
})
