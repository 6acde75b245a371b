import { subscribe } from 'node:diagnostics_channel'
import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { finishJobs } from '@/lib/jobs/commands'
import { stopJobs } from '@/lib/jobs/schedule'
import { settled } from '@/lib/later'
import { log } from '@/lib/log'

/** How long requests may take to come to their end. */
const REQUESTS_MS = 7_000
/** How long everything may; hosts kill ten seconds after their signal, and `npm start` does. */
const ALL_MS = 8_500

const servers = new Set<Server>()
let isEnding = false

/**
 * Has SIGTERM and SIGINT end the process well: new connections are refused, requests and jobs come to their end, the pool is closed, and the
 * code is 0. What hangs is cut off in time. To be called once, before the first request.
 */
export function shutDownOnSignals(): void {
  subscribe('http.server.request.start', (message) => servers.add((message as { server: Server }).server))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Next.js's own listener waits for a hanging connection for ever, and ends with another code.
    process.removeAllListeners(signal)
    process.on(signal, () => void shutDown(signal))
  }
}

async function shutDown(signal: string): Promise<void> {
  if (isEnding) return
  isEnding = true
  const start = performance.now()
  log.info({ signal }, 'stopping')
  stopJobs()
  await atMost(REQUESTS_MS, Promise.all([...servers].map(closed)))
  for (const server of servers) server.closeAllConnections()
  await atMost(ALL_MS - (performance.now() - start), rest())
  process.exit(0)
}

/** Refuses new connections and closes each one when its request is answered. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A browser keeps its connection for the next request, which then finds no server.
    const timer = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearInterval(timer)
      resolve()
    })
  })
}

async function rest(): Promise<void> {
  // What is put off until after an answer begins a moment after it.
  await sleep(20)
  await Promise.all([finishJobs(), settled()])
  await db.$disconnect()
  if (env.OTEL_EXPORTER_OTLP_ENDPOINT) await (await import('@/lib/tracing')).finishTracing()
}

function atMost(milliseconds: number, work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work, sleep(milliseconds)]).catch((error) => log.warn({ err: error }, 'stopping'))
}
