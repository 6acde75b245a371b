import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { benchDatabase } from '@/scripts/bench/database'
import { startLinnet, worldIn } from '@/scripts/bench/linnet'
import { REPORTS, SOAK, writePage } from '@/scripts/bench/page'
import type { Soak } from '@/scripts/bench/report'
import { lookAround, measuredAt } from '@/scripts/bench/targets'
import { ensureClient } from '@/scripts/client'
import { command } from '@/scripts/lifetime'
import { migrate } from '@/scripts/migrations'
import { childrenOf } from '@/scripts/processes'
import { Refusal } from '@/scripts/refusal'
import { readSettings } from '@/scripts/settings'

const CONNECTIONS = 16
const SAMPLE_MS = 15_000
/** An access token is good for a quarter of an hour; each part begins with new ones. */
const PART_MINUTES = 10
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
  const ask = async (duration: number, more = {}) => {
    const requests = measuredAt(address, pid, await lookAround(address)).flatMap(({ target }) => requestsOf(target.url, target))
    return autocannon({ url: address, connections: CONNECTIONS, duration, requests, ...more })
  }
  await ask(10)
  const capacity = (await ask(20)).requests.average
  const rate = Math.floor(capacity / 2)
  console.log(`It can do ${Math.round(capacity)} requests a second; it is asked for ${rate}.`)
  const { parts, memory } = await soak((seconds) => ask(seconds, { overallRate: rate }), pid, minutes)
  const told: Soak = { minutes, processes, rate, ...summaryOf(parts), ...halvesOf(memory) }
  mkdirSync(REPORTS, { recursive: true })
  writeFileSync(SOAK, `${JSON.stringify(told, null, 2)}\n`)
  await writePage()
  console.log(
    told,
    parts.map(({ statusCodeStats }) => statusCodeStats),
  )
  return told.failed === 0 && told.after <= told.before * SLACK ? 0 : 1
})

/** Asks for so many minutes, and looks meanwhile at what the processes use of memory. */
async function soak(ask: (seconds: number) => Promise<autocannon.Result>, pid: number, minutes: number) {
  const memory: number[] = []
  const timer = setInterval(() => memory.push(memoryOf([pid, ...childrenOf(pid)])), SAMPLE_MS)
  const parts: autocannon.Result[] = []
  for (let left = minutes; left > 0; left -= PART_MINUTES) parts.push(await ask(Math.min(left, PART_MINUTES) * 60))
  clearInterval(timer)
  return { parts, memory }
}

function summaryOf(parts: autocannon.Result[]) {
  const all = (of: (part: autocannon.Result) => number) => parts.map(of).reduce((sum, one) => sum + one, 0)
  const worst = (of: (part: autocannon.Result) => number) => Math.max(...parts.map(of))
  return {
    requests: all(({ requests }) => requests.total),
    failed: all(({ non2xx, errors, timeouts }) => non2xx + errors + timeouts),
    p50: worst(({ latency }) => latency.p50),
    p99: worst(({ latency }) => latency.p99),
  }
}

/** What was used in the second quarter, once all is warm, and in the second half. */
function halvesOf(memory: number[]) {
  return { before: meanOf(memory.slice(memory.length >> 2, memory.length >> 1)), after: meanOf(memory.slice(memory.length >> 1)) }
}

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
