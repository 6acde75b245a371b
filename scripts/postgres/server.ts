import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { tail } from '@/scripts/children'
import { freePort } from '@/scripts/ports'
import { NAME } from '@/scripts/postgres/cluster'
import type { Home } from '@/scripts/postgres/home'
import { recover, stopPostmaster } from '@/scripts/postgres/postmaster'
import { codeOf, Refusal } from '@/scripts/refusal'

/** A running PostgreSQL: its connection string, and a promise that it has ended. */
export type Server = { url: string; pid: number; ended: Promise<void>; stop: () => Promise<void>; kill: () => void }

const PATIENCE = 60_000
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'lc_messages=C',
  'jit=off',
  'random_page_cost=1.1',
]
const THROW_AWAY = ['fsync=off', 'full_page_writes=off']

type Options = { durable: boolean; settings?: string[] }

/** Starts PostgreSQL on a cluster and waits until it answers; first ends what a killed command left running there. */
export async function startServer(home: Home, binaries: string, password: string, { durable, settings = [] }: Options): Promise<Server> {
  await recover(home.cluster)
  const until = Date.now() + PATIENCE
  for (;;) {
    const port = await freePort(lastPort(home))
    const url = `postgresql://${NAME}:${password}@127.0.0.1:${port}/${NAME}`
    const child = spawnServer(home, join(binaries, 'postgres'), port, [...SETTINGS, ...(durable ? [] : THROW_AWAY), ...settings])
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
    if (await answers(url, child, until)) {
      writeFileSync(join(home.folder, 'port'), String(port))
      const pid = child.pid as number
      return { url, pid, ended, stop: () => stopPostmaster(pid), kill: () => void child.kill('SIGQUIT') }
    }
    await retryOrRefuse(home, until)
  }
}

/** The connection string of the PostgreSQL that runs on this home. */
export function urlOf(home: Home): string {
  const password = readFileSync(join(home.folder, 'password'), 'utf8').trim()
  return `postgresql://${NAME}:${password}@127.0.0.1:${lastPort(home)}/${NAME}`
}

function lastPort(home: Home): number {
  const file = join(home.folder, 'port')
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
}

/** In a session of its own: a Ctrl-C must not reach it before the app has finished. */
function spawnServer(home: Home, program: string, port: number, settings: string[]): ChildProcess {
  if (existsSync(home.log)) renameSync(home.log, `${home.log}.old`)
  const log = openSync(home.log, 'w', 0o600)
  const args = ['-D', home.cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const child = spawn(program, args, {
    ...home.account,
    cwd: home.cluster,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  })
  closeSync(log)
  return child
}

/** Waits until a connection succeeds; false when PostgreSQL ends first. */
async function answers(url: string, child: ChildProcess, until: number): Promise<boolean> {
  while (child.pid && child.exitCode === null && child.signalCode === null && Date.now() < until) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      // 57P03: it is still reading its log after a crash.
      if (!['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(codeOf(error))) await sleep(200)
      await sleep(25)
    }
  }
  child.kill('SIGQUIT')
  return false
}

/** The processes of a PostgreSQL that was killed take a moment to notice, and somebody may have been faster to take the port: both pass. */
async function retryOrRefuse(home: Home, until: number): Promise<void> {
  const log = readFileSync(home.log, 'utf8')
  if (Date.now() > until || !/still in use|could not bind|lock file .* already exists/.test(log)) {
    throw new Refusal(`PostgreSQL does not start. The end of ${home.log}:\n${tail(log, 10)}`)
  }
  await sleep(250)
}
