import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { SpanKind, trace } from '@opentelemetry/api'
import compression from 'compression'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { tidy } from '@/lib/http/incoming'
import { showKept } from '@/lib/http/kept-answers'
import { isKeptPage, showPage } from '@/lib/http/kept-pages'
import { DATA_POLICY } from '@/lib/http/policy'
import { problem } from '@/lib/http/problem'
import { ownHeaders } from '@/lib/http/route'
import { OWN_HEADERS, SITE_HEADERS } from '@/lib/http/site-headers.mjs'
import { log } from '@/lib/log'

type Params = Record<string, string>
type Endpoint = Record<string, (request: Request, context: { params: Promise<Params> }) => Promise<Response>>
type Route = { segments: string[]; endpoint: Endpoint }
/** By how many segments they have. */
type Routes = Map<number, Route[]>
type Match = { path: string; endpoint: Endpoint; params: Params }

const files = import.meta.glob<Endpoint>('../../app/api/**/route.ts')

/** Those that stand for whatever comes are left to Next.js, and NextAuth, which knows its requests. */
const CATCH_ALL = '[...'

/** Paths that are read in one way only; Next.js knows what to make of all others. */
const PLAIN = /^(?:\/[\w~@-][\w.~@-]*)+$/

const headers = Object.entries({ ...SITE_HEADERS, ...OWN_HEADERS })

/**
 * Has the HTTP server of this process call the endpoints of the API itself, and Next.js for everything else: the same functions, without a page's
 * framework around them. To be called once, before the first request.
 */
export async function openLane(): Promise<void> {
  const routes = await loadRoutes()
  const open = new WeakSet<Server>()
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { server: Server }
    if (open.has(server)) return
    open.add(server)
    const others = server.listeners('request') as RequestListener[]
    server.removeAllListeners('request')
    server.on('request', laneBefore(others, routes))
    // Nothing here speaks another protocol: who offers one is answered in this one (RFC 9110 §7.8), as Node does where nobody listens for it.
    if (env.NODE_ENV === 'production') server.removeAllListeners('upgrade')
  })
}

/** Compresses what is sent from then on, where it is long enough and whoever asks can read that. */
const compressed = compression() as (request: IncomingMessage, response: ServerResponse, next: () => void) => void

function laneBefore(others: RequestListener[], routes: Routes): RequestListener {
  const matches = new WeakMap<IncomingMessage, Match>()
  const serve = getRequestListener(
    (request, { incoming }) => {
      const { path, endpoint, params } = matches.get(incoming as IncomingMessage) as Match
      // Each answers a method that it has not as one that it does not know.
      const handler = endpoint[request.method] ?? endpoint.GET
      return traced(`${request.method} ${path}`, async () => handler?.(request, { params: Promise.resolve(params) }))
    },
    { overrideGlobalObjects: false, errorHandler: refuse },
  )
  const pass: RequestListener = (request, response) => {
    for (const listener of others) listener(request, response)
  }
  const ask: RequestListener = (request, response) => compressed(request, response, () => void serve(request, response))
  return (request, response) => {
    const wrong = tidy(request)
    const match = matchOf(routes, request.url ?? '')
    if (wrong) void answer(response, refusal(wrong))
    else if (request.url === '*') void answer(response, ofServer(request))
    else if (match) {
      matches.set(request, match)
      for (const [name, value] of headers) response.setHeader(name, value)
      const startTime = performance.now()
      showKept(request, response, compressed).then(
        (isShown) => (isShown ? tracer.startSpan(`GET ${match.path}`, { ...SERVER, startTime }).end() : ask(request, response)),
        () => response.headersSent || ask(request, response),
      )
    } else if (isKeptPage(request)) {
      // Who cannot be looked up Next.js refuses in its own way.
      showPage(request, response, { pass, ready: compressed }).catch((error: unknown) => {
        log.warn({ err: error }, 'a page could not be kept')
        if (!response.headersSent) pass(request, response)
      })
    } else pass(request, response)
  }
}

const tracer = trace.getTracer('linnet')
const SERVER = { kind: SpanKind.SERVER }

/** The span of a request, as Next.js has one for those that it answers. */
function traced<T>(name: string, work: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, SERVER, (span) => work().finally(() => span.end()))
}

/** What cannot be read as a request at all. */
function refuse(error: unknown): Response {
  log.warn({ err: error }, 'a request could not be read')
  return refusal(new AppError('malformed_request'))
}

function refusal(error: AppError): Response {
  const told = problem(error)
  for (const [name, value] of Object.entries({ ...ownHeaders(crypto.randomUUID(), []), 'Content-Security-Policy': DATA_POLICY }))
    told.headers.set(name, value)
  return told
}

/** What is asked of the server rather than of anything it has (RFC 9110 §9.3.7). */
function ofServer({ method }: IncomingMessage): Response {
  if (method !== 'OPTIONS') return refusal(new AppError('malformed_request', 'Only OPTIONS asks about *.'))
  return new Response(null, { status: 204, headers: { Allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' } })
}

async function answer(response: ServerResponse, told: Response): Promise<void> {
  response.writeHead(told.status, { ...Object.fromEntries(headers), ...Object.fromEntries(told.headers) })
  response.end(await told.text())
}

/** The endpoints, by their files; what is written out before what is a variable. */
async function loadRoutes(): Promise<Routes> {
  const routes = Object.entries(files)
    .filter(([file]) => !file.includes(CATCH_ALL))
    .map(async ([file, load]): Promise<Route> => {
      const path = file.slice('../../app'.length, -'/route.ts'.length)
      return { segments: path.split('/'), endpoint: await load() }
    })
  const loaded = (await Promise.all(routes)).toSorted((a, b) => variablesOf(a) - variablesOf(b))
  const lengths = new Set(loaded.map(({ segments }) => segments.length))
  return new Map([...lengths].map((length) => [length, loaded.filter(({ segments }) => segments.length === length)]))
}

/** The endpoint that an address is for, with what stands in its variables; null where Next.js is to see to it. */
function matchOf(routes: Routes, url: string): Match | null {
  const [path = ''] = url.split('?')
  if (!path.startsWith('/api/') || !PLAIN.test(path)) return null
  const parts = path.split('/')
  const route = routes
    .get(parts.length)
    ?.find(({ segments }) => segments.every((segment, place) => isVariable(segment) || segment === parts[place]))
  if (!route) return null
  const variables = route.segments.flatMap((segment, place) => (isVariable(segment) ? [[segment.slice(1, -1), parts[place] ?? '']] : []))
  return { path: route.segments.join('/'), endpoint: route.endpoint, params: Object.fromEntries(variables) }
}

function isVariable(segment: string): boolean {
  return segment.startsWith('[')
}

function variablesOf({ segments }: Route): number {
  return segments.filter(isVariable).length
}
