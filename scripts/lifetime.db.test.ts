import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ask } from '@/scripts/database'
import { closeAll } from '@/scripts/lifetime'
import { isRunning, waitForEnd } from '@/scripts/processes'
import { ROOT } from '@/scripts/settings'
import { throwAwayFolder } from '@/scripts/testing/folder'

let dataDir: string
let command: ChildProcess | undefined

beforeAll(() => {
  dataDir = throwAwayFolder()
})

afterEach(async () => {
  if (command && command.exitCode === null && command.signalCode === null) await end('SIGTERM')
})

afterAll(closeAll)

/** Starts a command that keeps the database, and returns what it prints first. */
async function start(): Promise<string> {
  command = startProcess()
  const [line] = await once(createInterface({ input: command.stdout as NodeJS.ReadableStream }), 'line')
  return line
}

function startProcess(): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/testing/hold-database.ts'), dataDir], { cwd: ROOT })
}

async function end(signal: NodeJS.Signals): Promise<number | null> {
  command?.kill(signal)
  const [code] = await once(command as ChildProcess, 'exit')
  return code
}

function postmaster(): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10)
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('stops PostgreSQL cleanly on %s and keeps what it remembers', async (signal) => {
  const url = await start()
  await ask(url, 'CREATE TABLE IF NOT EXISTS kept (what text)')
  await ask(url, 'INSERT INTO kept VALUES ($1)', [signal])
  const pid = postmaster()
  expect(await end(signal)).toBe(0)
  expect(isRunning(pid)).toBe(false)
  expect(existsSync(join(dataDir, 'postgres/linnet.lock'))).toBe(false)
  expect(await ask(await start(), 'SELECT what FROM kept WHERE what = $1', [signal])).toHaveLength(1)
})

it('recovers when the command was killed outright', async () => {
  await ask(await start(), "CREATE TABLE after_command AS SELECT 'kept' AS what")
  const orphan = postmaster()
  await end('SIGKILL')
  expect(isRunning(orphan)).toBe(true)
  const url = await start()
  expect(isRunning(orphan)).toBe(false)
  expect(await ask(url, 'SELECT what FROM after_command')).toEqual([{ what: 'kept' }])
})

it('starts PostgreSQL again when that was killed outright', async () => {
  const url = await start()
  await ask(url, "CREATE TABLE after_postgres AS SELECT 'kept' AS what")
  const killed = postmaster()
  process.kill(killed, 'SIGKILL')
  await waitForEnd(killed, 5_000)
  let rows: unknown[] = []
  for (const until = Date.now() + 20_000; rows.length === 0 && Date.now() < until; await sleep(100)) {
    rows = await ask(url, 'SELECT what FROM after_postgres').catch(() => [])
  }
  expect(rows).toEqual([{ what: 'kept' }])
})

it('refuses a second command in the same data folder, and says who is there', async () => {
  await start()
  const second = startProcess()
  let said = ''
  second.stderr?.on('data', (data) => {
    said += data
  })
  const [code] = await once(second, 'close')
  expect(code).toBe(1)
  expect(said.trim()).toBe(
    `The data folder ${dataDir} is in use by the first command (process ${command?.pid}). Stop that, or set LINNET_DATA_DIR to another folder.`,
  )
})
