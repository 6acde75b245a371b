import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask as askDatabase } from '@/scripts/database'
import { type OwnApp, ownApp, tokenOf } from '@/scripts/failures/app'
import { ownPostgres } from '@/scripts/failures/postgres'
import { atEnd, closeAll } from '@/scripts/lifetime'
import { freePort } from '@/scripts/ports'
import { signal } from '@/scripts/processes'
import { ROOT } from '@/scripts/settings'
import { DIST_DIR } from '@/scripts/testing/end-to-end'
import { testEnvironment } from '@/scripts/testing/environment'

/** Ten seconds are promised; this is room for a machine with other things to do. */
const PROMISED_MS = 13_000

let url: string

beforeAll(async () => {
  const postgres = await ownPostgres()
  url = postgres.url
}, 120_000)

afterAll(closeAll)

/** Signals the process and answers its exit code, and after how many milliseconds it came. */
async function endOf(child: ChildProcess): Promise<{ code: number | null; ms: number }> {
  const start = performance.now()
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  const ms = Math.round(performance.now() - start)
  if (process.env.DEBUG) process.stdout.write(`${expect.getState().currentTestName}: ${ms} ms\n`)
  return { code, ms }
}

/** A connection on which something was asked and that stays open for the next thing. */
async function idleConnection({ address }: OwnApp): Promise<void> {
  const [response] = await once(request(`${address}/api/health`, { agent: new Agent({ keepAlive: true }) }).end(), 'response')
  response.resume()
  await once(response, 'end')
}

/** Begins an upload of which the rest never comes. */
async function hangingUpload({ address }: OwnApp, token: string): Promise<void> {
  const socket = connect(Number(new URL(address).port), 'localhost')
  socket.on('error', () => {})
  const head = ['POST /api/media HTTP/1.1', 'Host: localhost', `Authorization: Bearer ${token}`, 'Content-Length: 100000']
  socket.write(`${head.join('\r\n')}\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\nContent-Disposition: form-data`)
  await sleep(500)
}

it.concurrent('finishes what is under way, refuses what is new, and ends with 0', async () => {
  const app = await ownApp(`${url}?application_name=ending`)
  const token = await tokenOf(app, 'robin')
  const { id } = JSON.parse((await app.ask('/api/tweets', { method: 'POST', token, json: { content: 'Like me.' } })).text)
  await idleConnection(app)
  const holder = new pg.Client({ connectionString: url })
  await holder.connect()
  await holder.query('BEGIN; LOCK TABLE likes IN ACCESS EXCLUSIVE MODE')
  const underWay = app.ask(`/api/tweets/${id}/like`, { method: 'PUT', token })
  await sleep(300)
  const end = endOf(app.child().process)
  await sleep(700)
  await expect(app.ask('/api/health')).rejects.toThrow('fetch failed')
  await holder.query('COMMIT')
  await holder.end()
  expect(await underWay).toMatchObject({ status: 200 })
  const { code, ms } = await end
  expect(code).toBe(0)
  expect(ms).toBeLessThan(PROMISED_MS)
  expect(await askDatabase(url, "SELECT FROM pg_stat_activity WHERE application_name = 'ending'")).toEqual([])
})

it.concurrent('ends in time however long an upload hangs', async () => {
  const app = await ownApp(url)
  await hangingUpload(app, await tokenOf(app, 'wren'))
  const { code, ms } = await endOf(app.child().process)
  expect(code).toBe(0)
  expect(ms).toBeLessThan(PROMISED_MS)
})

it.concurrent('ends in time with npm start', async () => {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const own = { DATABASE_URL: url, APP_URL: address, PORT: String(port), LINNET_DIST_DIR: DIST_DIR, NODE_ENV: 'production' }
  const start = spawn(process.execPath, [join(ROOT, 'scripts/bootstrap.cjs'), 'start'], { cwd: ROOT, env: testEnvironment(own) })
  atEnd(() => signal(start.pid ?? 0, 'SIGKILL'))
  let said = ''
  for (const stream of [start.stdout, start.stderr])
    stream.on('data', (data) => {
      said += data
    })
  for (const until = Date.now() + 50_000; !said.includes('Linnet is at') && Date.now() < until; ) await sleep(50)
  expect(said).toContain(`Linnet is at ${address}`)
  const { code, ms } = await endOf(start)
  expect(code).toBe(0)
  expect(ms).toBeLessThan(PROMISED_MS)
  await expect(fetch(address)).rejects.toThrow('fetch failed')
})
