import type { Client } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { isUnavailable } from '@/lib/db'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { answering } from '@/lib/http/after'
import { readJson, toFields } from '@/lib/http/body'
import { clientOf } from '@/lib/http/client'
import { patternOf } from '@/lib/http/patterns'
import { DATA_POLICY, transportHeaders } from '@/lib/http/policy'
import { problem } from '@/lib/http/problem'
import { read } from '@/lib/http/read'
import { whoSends } from '@/lib/http/who'
import type { LimitName } from '@/lib/limits'
import { log } from '@/lib/log'
import { limit, limitRequests, requestLimit } from '@/lib/rate-limit'
import { type Counted, requestContext } from '@/lib/request'
import { acceptedLanguage } from '@/lib/words/accepted'

/** What a handler gets: who asks, the path's and query's words, and the body, all of it unchecked but for its form. */
export type Call<P> = {
  viewer: Viewer | null
  params: P
  query: Record<string, string | string[]>
  body: () => Promise<unknown>
  headers: Headers
  client: Client
  request: Request
}

/** What a handler answers: the thing itself (200), nothing (204), or a Response of its own making. */
type Handler<P> = (call: Call<P>) => Promise<unknown>

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type RouteHandler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

type Options = { fresh?: boolean; nobody?: boolean; uncounted?: boolean; limited?: LimitName }

const site = { appUrl: env.APP_URL, development: env.NODE_ENV === 'development' }

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/**
 * A path's route handlers, from what answers each method. HEAD and OPTIONS come with them, and every other method is answered
 * 405 with `Allow`. Errors become problem+json (RFC 9457), and every answer carries an X-Request-Id and leaves one log line. A
 * `fresh` answer is kept by nobody, here either. With `nobody` the viewer is null whatever was sent, for a path that minds its callers itself. Requests are
 * counted for their limit, unless the path is `uncounted`, for what asks whether the process lives; and for one of their own where it is `limited`.
 */
export function routes<P = Record<string, never>>(
  handlers: Partial<Record<Method, Handler<P>>>,
  { fresh = false, nobody = false, uncounted = false, limited }: Options = {},
): Record<(typeof METHODS)[number], RouteHandler<P>> {
  const allow = METHODS.filter((method) => method === 'OPTIONS' || (method === 'HEAD' ? 'GET' : method) in handlers).join(', ')
  const caller = uncounted ? whoSends : countedCaller
  const limitsOf = (viewer: Viewer | null) => [...(uncounted ? [] : [requestLimit(viewer)]), ...(limited ? [limited] : [])]
  const answer = async (request: Request, params: Promise<P>): Promise<Response> => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow: allow } })
    const handler = handlers[(request.method === 'HEAD' ? 'GET' : request.method) as Method]
    if (!handler) throw new AppError('method_not_allowed', `Use one of ${allow}.`, { headers: { Allow: allow } })
    const viewer = nobody ? null : await caller(request)
    if (limited) await limit(limited, viewer)
    const work = async () => handler(callOf(request, { params: await params, viewer }))
    if (!fresh && isRead(request)) return read(request, { viewer, limits: limitsOf(viewer) }, work)
    const response = toResponse(await work())
    if (fresh) response.headers.set('Cache-Control', 'no-store')
    return request.method === 'HEAD' ? new Response(null, response) : response
  }
  const route: RouteHandler<P> = (request, { params }) => observed(request, () => answer(request, params))
  return forAllMethods(route)
}

/** The route handlers of a path that has none of its own: every method is answered with this error. */
export function unrouted(error: () => AppError): Record<(typeof METHODS)[number], RouteHandler<unknown>> {
  const route: RouteHandler<unknown> = (request) => observed(request, () => Promise.reject(error()))
  return forAllMethods(route)
}

/** 201 with the thing and where it is; `replayed` says that it is the first answer to this Idempotency-Key again. */
export function created(thing: object, path: string, { replayed = false } = {}): Response {
  const headers = { Location: `${env.APP_URL}${path}`, 'Cache-Control': 'no-store', ...(replayed && { 'Idempotency-Replayed': 'true' }) }
  return Response.json(thing, { status: 201, headers })
}

/** Who sends the request, whose requests are counted; one with a broken token counts for its address. */
async function countedCaller(request: Request): Promise<Viewer | null> {
  const viewer = await whoSends(request).catch(async (error) => {
    // A database that did not answer once is not asked again.
    if (error instanceof AppError) await limitRequests(null)
    throw error
  })
  await limitRequests(viewer)
  return viewer
}

function forAllMethods<P>(route: RouteHandler<P>): Record<(typeof METHODS)[number], RouteHandler<P>> {
  return Object.fromEntries(METHODS.map((method) => [method, route])) as Record<(typeof METHODS)[number], RouteHandler<P>>
}

function callOf<P>(request: Request, { params, viewer }: Pick<Call<P>, 'params' | 'viewer'>): Call<P> {
  const context = requestContext.getStore()
  if (context && viewer) context.userId = viewer.id
  let body: Promise<unknown> | undefined
  return {
    viewer,
    params,
    query: toFields(new URL(request.url).searchParams),
    body: () => {
      body ??= readJson(request)
      return body
    },
    headers: request.headers,
    client: clientOf(request.headers),
    request,
  }
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}

function toResponse(result: unknown): Response {
  if (result instanceof Response) return result
  return result === undefined ? new Response(null, { status: 204 }) : Response.json(result, { headers: { 'Cache-Control': 'no-store' } })
}

/** Runs the work inside a request's context, turns what it throws into an answer, and logs one line about it. */
export function observed(request: Request, work: () => Promise<Response>): Promise<Response> {
  const requestId = crypto.randomUUID()
  const counted: Counted[] = []
  const language = () => acceptedLanguage(request.headers.get('accept-language'))
  return requestContext.run({ requestId, address: clientOf(request.headers).ip, counted, language }, async () => {
    const start = performance.now()
    const response = await answering(work).catch(toProblem)
    for (const [name, value] of Object.entries(ownHeaders(requestId, counted))) response.headers.set(name, value)
    // An answer that is more than data brings its own.
    if (!response.headers.has('Content-Security-Policy')) response.headers.set('Content-Security-Policy', DATA_POLICY)
    tellRequest(request.method, new URL(request.url).pathname, response.status, start)
    return response
  })
}

/** What every answer carries: its id, and what is left of the limits that it was counted for (IETF draft-ietf-httpapi-ratelimit-headers-10). */
export function ownHeaders(requestId: string, counted: Counted[]): Record<string, string> {
  const own = { 'X-Request-Id': requestId, ...transportHeaders(site) }
  if (counted.length === 0) return own
  return {
    ...own,
    'RateLimit-Policy': counted.map(({ name, points, seconds }) => `"${name}";q=${points};w=${seconds}`).join(', '),
    RateLimit: counted.map(({ name, remaining, reset }) => `"${name}";r=${remaining};t=${reset}`).join(', '),
  }
}

/** Leaves the request's line in the log. */
export function tellRequest(method: string, path: string, status: number, start: number): void {
  if (!log.isLevelEnabled('info')) return
  log.info({ method, path, route: patternOf(path), status, ms: Math.round(performance.now() - start) }, 'request')
}

function toProblem(error: unknown): Response {
  if (error instanceof AppError) {
    if (error.status >= 500) log.error({ err: error }, 'request failed')
    return problem(error)
  }
  if (isUnavailable(error)) {
    log.error({ err: error }, 'database unavailable')
    return problem(new AppError('unavailable', 'The database does not answer. Try again in a moment.', { headers: { 'Retry-After': '2' } }))
  }
  log.error({ err: error }, 'request failed')
  return problem(new AppError('internal', 'Something went wrong on our side. Name the X-Request-Id when you report it.'))
}
