import type { Instrumentation } from 'next'

// Next.js registers once for the server and once for the proxy, which is a bundle of its own; the process begins once.
const shared = globalThis as { linnetBegun?: Promise<void> }

/** Checks the environment and the database once, before the first request, has requests counted and traced, and begins the jobs. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    shared.linnetBegun ??= begin()
    await shared.linnetBegun
  }
}

async function begin(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { env, requireEnv } = await import('@/lib/env')
    requireEnv()
    const { notePeers } = await import('@/lib/http/peer')
    notePeers(env.TRUST_PROXY_HOPS)
    if (env.OTEL_EXPORTER_OTLP_ENDPOINT) (await import('@/lib/tracing')).startTracing()
    const { observeRequests } = await import('@/lib/http/observe')
    observeRequests()
    if (env.LINNET_API_LANE === 'on') await (await import('@/lib/http/lane')).openLane()
    const { requireDurability } = await import('@/lib/durability')
    await requireDurability()
    const { tellLiftedLimits } = await import('@/lib/rate-limit')
    tellLiftedLimits()
    const { startJobs } = await import('@/lib/jobs/schedule')
    startJobs()
    if (process.env.NODE_ENV === 'production') {
      const { shutDownOnSignals } = await import('@/lib/http/shutdown')
      shutDownOnSignals()
    }
  }
}

/** Logs what a page or an action could not handle, with the request's id. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log } = await import('@/lib/log')
    const requestId = request.headers['x-request-id']
    log.error({ err: error, requestId, method: request.method, path: request.path.split('?')[0] }, 'request failed')
  }
}
