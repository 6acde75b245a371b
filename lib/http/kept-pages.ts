import { createHash, randomBytes } from 'node:crypto'
import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { APPEARANCE_COOKIE } from '@/lib/appearance/cookie'
import { type Look, lookOf } from '@/lib/appearance/shown'
import { SESSION_COOKIE } from '@/lib/auth/cookie'
import type { Viewer } from '@/lib/auth/viewer'
import { capture } from '@/lib/http/capture'
import { makeKeeper } from '@/lib/http/kept'
import { refuseTooMany } from '@/lib/http/page-limit'
import { patternOf } from '@/lib/http/patterns'
import { isKnown } from '@/lib/http/read'
import { noteViewerOf } from '@/lib/http/viewers'
import { cookieHolder, readCookie } from '@/lib/http/who'
import { isSettled, look } from '@/lib/moment'
import { type RequestContext, requestContext } from '@/lib/request'

type Answering = {
  /** Has Next.js answer. */
  pass: (request: IncomingMessage, response: ServerResponse) => void
  /** Readies the response for what is sent next. */
  ready: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
}

/** The pages that show the same to whoever comes again with the same session, and do nothing but show. */
const KEPT = new Set([
  '/',
  '/explore',
  '/explore/hashtags',
  '/explore/people',
  '/hashtag/{word}',
  '/hashtag/{word}/top',
  '/home',
  '/{username}',
  '/{username}/likes',
  '/{username}/media',
  '/{username}/replies',
  '/{username}/status/{id}',
])

const HTML = /text\/html|\*\/\*/

/** Programs that read pages: to them Next.js sends a page in another order. */
const PROGRAM = /bot|crawl|spider|preview|facebookexternalhit|embedly|whatsapp|slurp/i

/** The page once more, for the router of Next.js, in an order that is never the same. */
const FLIGHT = /<script[^>]*>\(?self\.__next_f\b.*?<\/script>/gs

/**
 * A page as bytes, cut wherever the nonce of its Content-Security-Policy stood, so that it need not be read to be sent with another one; the
 * headers have it still.
 */
type Page = { headers: OutgoingHttpHeaders; body: Buffer[]; nonce: string; etag: string }

/** What Next.js answered to the request with this id: a page, or something that is only for that request. */
type Made = { requestId: string; page: Page | null; status: number; headers: OutgoingHttpHeaders; body: string }

const { keep } = makeKeeper<Made>(64 * 1024 * 1024, ({ page, body }) => (page ? lengthOf(page.body) : body.length))

/** Whether the request is one for a page that may be kept. */
export function isKeptPage({ method, url = '', headers }: IncomingMessage): boolean {
  if (method !== 'GET' || headers.rsc !== undefined || !HTML.test(headers.accept ?? '*/*')) return false
  return !PROGRAM.test(headers['user-agent'] ?? '') && KEPT.has(patternOf(url.split('?')[0] ?? ''))
}

/**
 * Answers with the page that Next.js makes, or made within the last second for the same session and look: with a nonce of its own each time, and
 * with an ETag where nobody is signed in. Rejects where the database cannot say who asks, with nothing answered.
 */
export async function showPage(request: IncomingMessage, response: ServerResponse, { pass, ready }: Answering): Promise<void> {
  const { 'if-none-match': known = '' } = request.headers
  const requestId = crypto.randomUUID()
  const context: RequestContext = { requestId, address: '', counted: [] }
  const sent = request.headers.cookie ?? ''
  const cookie = readCookie(sent, SESSION_COOKIE.name)
  const shown = lookOf(readCookie(sent, APPEARANCE_COOKIE.name), request.headers['accept-language'])
  const { viewer, made } = await requestContext.run(context, async () => {
    const viewer = await cookieHolder(cookie)
    context.moment ??= (await look(null)).moment
    context.settled = isSettled(context.moment)
    const key = `${viewer?.sessionId ?? ''} ${shown.appearance} ${shown.language} ${request.url}`
    const own = { cookie: cookiesOf(viewer && cookie, shown), 'accept-language': shown.language }
    return { viewer, made: await keep(key, () => make(requestId, request, { pass, own })) }
  })
  const isOurs = made.requestId === requestId
  if (!isOurs && (!made.page || (await isTooMany(request, cookie, requestId)))) return pass(request, response)
  if (viewer) noteViewerOf(requestId, viewer.id)
  ready(request, response, () => send(response, toSent(made, { requestId, viewer, known })))
}

type Asker = { requestId: string; viewer: Viewer | null; known: string }

/** What goes out to whoever asks. */
function toSent(made: Made, { requestId, viewer, known }: Asker): Sent {
  if (!made.page) return { ...made, body: [Buffer.from(made.body)], nonce: '' }
  const { headers, etag } = made.page
  const own = { 'x-request-id': requestId, ...(!viewer && { etag, 'cache-control': 'private, no-cache' }) }
  // The copy that the browser has keeps the policy that came with it.
  if (!viewer && isKnown(etag, known)) return { status: 304, headers: { vary: headers.vary, ...own }, body: [], nonce: '' }
  return { status: 200, headers: { ...headers, ...own }, body: made.page.body, nonce: made.page.nonce }
}

/** The cookies that the page is kept by, and no other: what Next.js might read in another way than we do is not there. */
function cookiesOf(session: string | null | undefined, { appearance }: Look): string {
  const named = { [SESSION_COOKIE.name]: session, [APPEARANCE_COOKIE.name]: appearance }
  return Object.entries(named)
    .flatMap(([name, value]) => (value ? [`${name}=${value}`] : []))
    .join('; ')
}

type Making = { pass: Answering['pass']; own: { cookie: string; 'accept-language': string } }

async function make(requestId: string, request: IncomingMessage, { pass, own }: Making): Promise<Made> {
  const answer = new ServerResponse(request)
  const captured = capture(answer)
  const sent = request.headers
  // What comes out is for everybody who asks for it, whatever they have or can read besides.
  const { 'accept-encoding': _, 'if-none-match': __, ...headers } = sent
  request.headers = { ...headers, ...own }
  pass(request, answer)
  const body = await captured
  request.headers = sent
  return toMade(requestId, answer, body)
}

function toMade(requestId: string, answer: ServerResponse, body: string): Made {
  const [status, headers] = [answer.statusCode, { ...answer.getHeaders() }]
  const policy = String(headers['content-security-policy'])
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  const isPage = status === 200 && String(headers['content-type']).startsWith('text/html') && !headers['set-cookie']
  if (!nonce || !isPage) return { requestId, page: null, status, headers, body }
  const etag = `W/"${createHash('sha256').update(body.replaceAll(nonce, '').replaceAll(FLIGHT, '')).digest('base64url').slice(0, 22)}"`
  const cut = body.split(nonce).map((part) => Buffer.from(part))
  return { requestId, page: { headers, body: cut, nonce, etag }, status, headers: {}, body: '' }
}

function lengthOf(parts: Buffer[]): number {
  return parts.reduce((length, part) => length + part.length, 0)
}

/** Next.js counts the pages that it makes. */
async function isTooMany(request: IncomingMessage, cookie: string | undefined, requestId: string): Promise<boolean> {
  const headers = new Headers(
    Object.entries(request.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  const pathname = request.url?.split('?')[0] ?? ''
  return (await refuseTooMany({ headers, pathname, cookie: () => cookie, requestId })) !== null
}

type Sent = { status: number; headers: OutgoingHttpHeaders; body: Buffer[]; nonce: string }

/** Sends it, with a new nonce in place of the one that it was made with, since each is good for one answer. */
function send(response: ServerResponse, { status, headers, body, nonce }: Sent): void {
  const fresh = randomBytes(16).toString('base64')
  const renewed = (text: string) => (nonce ? text.replaceAll(nonce, fresh) : text)
  const { 'content-length': _, 'transfer-encoding': __, vary, ...others } = headers
  for (const [name, value] of Object.entries({ ...others, vary: [vary, 'Accept-Language', 'Cookie'].flat().filter(Boolean).join(', ') }))
    if (value !== undefined) response.setHeader(name, typeof value === 'string' ? renewed(value) : value)
  response.statusCode = status
  if (status === 304) return void response.end()
  const bytes = Buffer.concat(joined(body, Buffer.from(fresh)))
  response.setHeader('content-length', bytes.length).end(bytes)
}

function joined(parts: Buffer[], between: Buffer): Buffer[] {
  return parts.flatMap((part, place) => (place === 0 ? [part] : [between, part]))
}
