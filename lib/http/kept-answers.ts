import type { IncomingMessage, ServerResponse } from 'node:http'
import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { findViewer } from '@/lib/auth/session'
import { rememberedToken, type Subject } from '@/lib/auth/token'
import { clientOf } from '@/lib/http/client'
import { DATA_POLICY } from '@/lib/http/policy'
import { keptAnswer, type Sent, toSent } from '@/lib/http/read'
import { ownHeaders, tellRequest } from '@/lib/http/route'
import { bearerToken, readCookie } from '@/lib/http/who'
import { look } from '@/lib/moment'
import { limit } from '@/lib/rate-limit'
import { type RequestContext, requestContext } from '@/lib/request'

/** Addresses that every parser leaves as they are. */
const PLAIN = /^[\w.~@:/?&=%+,-]+$/

/**
 * Answers a read with what is kept of it for the same session, as its endpoint would and without asking it; false where that cannot be, and
 * nothing was sent. Counted, logged and marked like every answer. `ready` readies the response for what is sent next.
 */
export async function showKept(
  request: IncomingMessage,
  response: ServerResponse,
  ready: (request: IncomingMessage, response: ServerResponse, next: () => void) => void,
): Promise<boolean> {
  const start = performance.now()
  const { method, url = '', headers } = request
  const subject = askerOf(request)
  if (method !== 'GET' || !headers.host || subject === undefined || !PLAIN.test(url) || !keptAnswer(subject?.sessionId, url)) return false
  const address = clientOf({ get: (name) => headers[name]?.toString() ?? null }).ip
  const context: RequestContext = { requestId: crypto.randomUUID(), address, counted: [] }
  return requestContext.run(context, async () => {
    const sent = await findSent(subject, url, headers['if-none-match'])
    if (!sent) return false
    ready(request, response, () => send(response, sent, ownHeaders(context.requestId, context.counted)))
    tellRequest(method, url.split('?')[0] ?? '', sent.status, start)
    return true
  })
}

/** What is to be answered; null where the endpoint is to say what is wrong, or to read it anew. */
async function findSent(subject: Subject | null, url: string, known: string | undefined): Promise<Sent | null> {
  const context = requestContext.getStore()
  const viewer = subject && (await findViewer(subject))
  if (!context || (subject && !viewer)) return null
  if (viewer) context.userId = viewer.id
  const kept = keptAnswer(subject?.sessionId, url, context.moment ?? (await look(null)).moment)
  if (!kept) return null
  for (const name of kept.limits) await limit(name, viewer)
  return toSent(kept, viewer !== null, known ?? null)
}

function send(response: ServerResponse, { status, headers, body }: Sent, own: Record<string, string>): void {
  response.writeHead(status, { ...headers, ...own, 'Content-Security-Policy': DATA_POLICY, ...(body && { 'Content-Length': body.length }) })
  response.end(body ?? undefined)
}

/** Somebody with a session, or nobody: undefined for whom there is more to find out. */
function askerOf({ headers: { authorization, cookie } }: IncomingMessage): Subject | null | undefined {
  const sent = authorization === undefined ? readCookie(cookie ?? '', SESSION_COOKIE.name) : bearerToken(authorization)
  if (sent === undefined) return authorization === undefined ? null : undefined
  return rememberedToken(authorization === undefined ? 'session' : 'access', sent) ?? undefined
}
