import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startProgram, tail } from '@/scripts/children'
import { ask } from '@/scripts/database'
import { freePort } from '@/scripts/ports'
import { accountFor } from '@/scripts/postgres/account'
import { step } from '@/scripts/progress.cjs'
import { Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'
import { throwAwayFolder } from '@/scripts/testing/folder'

const PATIENCE = 10_000

/** Starts PgBouncer before the PostgreSQL of this connection string, with the settings of our containers, and answers its own. */
export async function startPooler(databaseUrl: string): Promise<string> {
  const program = await ensurePgbouncer()
  const folder = throwAwayFolder()
  const { hostname, port, username, password } = new URL(databaseUrl)
  const pooled = new URL(databaseUrl)
  pooled.port = String(await freePort())
  pooled.searchParams.set('pgbouncer', 'true')
  writeFileSync(join(folder, 'userlist.txt'), `"${username}" "${password}"\n`)
  const settings = readFileSync(join(ROOT, 'docker/pgbouncer.ini'), 'utf8')
    .replace('host=postgres port=5432', `host=${hostname} port=${port}`)
    .replace('listen_addr = 0.0.0.0', 'listen_addr = 127.0.0.1')
    .replace('listen_port = 6432', `listen_port = ${pooled.port}`)
    .replace('/etc/pgbouncer/userlist.txt', join(folder, 'userlist.txt'))
  writeFileSync(join(folder, 'pgbouncer.ini'), settings)
  for (const file of ['userlist.txt', 'pgbouncer.ini']) chmodSync(join(folder, file), 0o644)
  const pooler = startProgram(program, [join(folder, 'pgbouncer.ini')], { account: accountFor(folder), cwd: '/' })
  for (const until = Date.now() + PATIENCE; !(await answers(pooled)); await sleep(50))
    if (Date.now() > until) throw new Refusal(`PgBouncer does not answer. It said:\n${tail(pooler.output(), 5)}`)
  return pooled.href
}

/** The path of PgBouncer; Debian's is installed where there is none. Refuses with a sentence where that cannot be. */
async function ensurePgbouncer(): Promise<string> {
  const found = findPgbouncer() ?? (await step('Installing PgBouncer', install))
  if (!found) throw new Refusal('These tests need PgBouncer, which could not be installed. Install the package pgbouncer and try again.')
  return found
}

function findPgbouncer(): string | null {
  const folders = ['/usr/sbin', '/usr/bin', '/opt/homebrew/bin', ...(process.env.PATH ?? '').split(delimiter)]
  return folders.map((folder) => join(folder, 'pgbouncer')).find((path) => existsSync(path)) ?? null
}

/** On Debian, as root; anybody else is asked to. RUNLEVEL keeps the package from starting a service of its own. */
async function install(): Promise<string | null> {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return null
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'pgbouncer']])
    await startProgram('apt-get', ['-q', ...args], { env }).exited
  return findPgbouncer()
}

async function answers(url: URL): Promise<boolean> {
  try {
    await ask(url.href, 'SELECT 1')
    return true
  } catch {
    return false
  }
}
