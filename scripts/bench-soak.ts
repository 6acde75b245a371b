import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { benchDatabase } from '@/scripts/bench/database'
import { startLinnet, worldIn } from '@/scripts/bench/linnet'
import { REPORTS, SOAK, writePage } from '@/scripts/bench/page'
import { lookAround, measuredAt } from '@/scripts/bench/targets'
import { ensureClient } from '@/scripts/client'
import { command } from '@/scripts/lifetime'
import { migrate } from '@/scripts/migrations'
import { childrenOf } from '@/scripts/processes'
import { Refusal } from '@/scripts/refusal'
import { readSettings } from '@/scripts/settings'

const CONNECTIONS = 16
const SAMPLE_MS = 15_000
/** What may be used in the second half more than in the first, for garbage that is not yet collected. */
const SLACK = 1.1

// Half of what it can, of everything that people do, for so many minutes: no request may fail, and memory must not grow.
command(async () => {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '20' } } })
  const minutes = Number(values.minutes)
  if (!(minutes >= 1)) throw new Refusal('npm run bench:soak -- [--minutes 20]')
  await ensureClient()
  const url = await benchDatabase('npm run bench:soak', { durable: true })
  await worldIn(url)
  await migrate(url)
  const { processes } = readSettings('production')
  const { address, pid } = await startLinnet(url, processes)
  const requests = measuredAt(address, pid, await lookAround(address)).flatMap(({ target }) => requestsOf(target.url, target))
  const ask = (duration: number, more = {}) => autocannon({ url: address, connections: CONNECTIONS, duration, requests, ...more })
  await ask(10)
  const capacity = (await ask(20)).requests.average
  const rate = Math.floor(capacity / 2)
  console.log(`It can do ${Math.round(capacity)} requests a second; it is asked for ${rate}.`)
  const memory: number[] = []
  const timer = setInterval(() => memory.push(memoryOf([pid, ...childrenOf(pid)])), SAMPLE_MS)
  const { non2xx, errors, timeouts, latency, requests: done } = await ask(minutes * 60, { overallRate: rate })
  clearInterval(timer)
  const [before, after] = [meanOf(memory.slice(memory.length >> 2, memory.length >> 1)), meanOf(memory.slice(memory.length >> 1))]
  const failed = non2xx + errors + timeouts
  const told = { minutes, processes, rate, requests: done.total, failed, p50: latency.p50, p99: latency.p99, before, after }
  mkdirSync(REPORTS, { recursive: true })
  writeFileSync(SOAK, `${JSON.stringify(told, null, 2)}\n`)
  await writePage()
  console.log(told)
  return failed === 0 && after <= before * SLACK ? 0 : 1
})

type Asked = { headers?: Record<string, string>; requests?: autocannon.Request[] }

/** A page or answer is asked for, and what is written is written, as often as everything else. */
function requestsOf(url: string, { headers = {}, requests }: Asked): autocannon.Request[] {
  return requests ?? [{ method: 'GET', path: url.slice(new URL(url).origin.length), headers }]
}

/** What the processes use of memory, in MB (proc(5)). */
function memoryOf(pids: number[]): number {
  const kilobytes = pids.map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0))
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1_024)
}

function meanOf(values: number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length))
}
