import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isText, patternOf } from '@/lib/http/patterns'
import { takeViewerOf } from '@/lib/http/viewers'
import { log } from '@/lib/log'
import { metrics } from '@/lib/metrics'

/** Endpoints log by themselves, who know more; files are not worth a line. */
const UNLOGGED = /^\/(api\/(?!docs$)|_next\/)/

type Begun = { at: number; method: string; path: string }

/**
 * Counts every request that this process answers and how long that took, and leaves one line in the log for each page. To be called once,
 * before the first request. A request whose client is gone before the answer is not among them.
 */
export function observeRequests(): void {
  const begun = new WeakMap<IncomingMessage, Begun>()
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    // Next.js changes both of these later.
    begun.set(request, { at: performance.now(), method: request.method ?? '', path: (request.url ?? '').split('?')[0] ?? '' })
  })
  subscribe('http.server.response.finish', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const start = begun.get(request)
    if (start) tell(start, response)
  })
}

function tell({ at, method, path }: Begun, response: ServerResponse): void {
  const [route, status, ms] = [patternOf(path), response.statusCode, performance.now() - at]
  metrics.requests.inc({ method, route, status })
  metrics.durations.observe({ method, route }, ms / 1_000)
  // A path that is no text reaches no endpoint.
  if (UNLOGGED.test(path) && isText(path)) return
  const requestId = response.getHeader('x-request-id')
  const userId = typeof requestId === 'string' ? takeViewerOf(requestId) : undefined
  log.info(
    { ...(requestId !== undefined && { requestId }), ...(userId && { userId }), method, path, route, status, ms: Math.round(ms) },
    'request',
  )
}
