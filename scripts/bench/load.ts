import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { Refusal } from '@/scripts/refusal'

const CONNECTIONS = 16
/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10

/** What is asked, of which process, and who asks; several requests are asked in turn. */
export type Target = { url: string; pid: number; headers?: Record<string, string>; requests?: autocannon.Request[] }

export type Sample = { perSecond: number; p50: number; p99: number; cpuMs: number }

/** Asks by sixteen connections for so many seconds. Throws `Refusal` when an answer is none. */
export async function load({ url, pid, headers = {}, requests }: Target, seconds: number): Promise<Sample> {
  const before = cpuMsOf(pid)
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, headers, ...(requests && { requests }) })
  const spent = cpuMsOf(pid) - before
  const wrong = result.non2xx + result.errors + result.timeouts
  if (wrong > 0) throw new Refusal(`${url} failed ${wrong} times: ${JSON.stringify(result.statusCodeStats)}`)
  const answers = result.requests.total
  return { perSecond: answers / result.duration, p50: result.latency.p50, p99: result.latency.p99, cpuMs: spent / Math.max(1, answers) }
}

/** The one in the middle, of each number by itself. */
export function median(samples: Sample[]): Sample {
  const middle = (of: (sample: Sample) => number) => samples.map(of).toSorted((a, b) => a - b)[samples.length >> 1] ?? 0
  return { perSecond: middle((s) => s.perSecond), p50: middle((s) => s.p50), p99: middle((s) => s.p99), cpuMs: middle((s) => s.cpuMs) }
}

/** In user and kernel mode together (proc(5)); nothing where there is no /proc. */
function cpuMsOf(pid: number): number {
  try {
    const [user = 0, kernel = 0] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? []
    return (user + kernel) * TICK_MS
  } catch {
    return Number.NaN
  }
}
