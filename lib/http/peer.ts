import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/** The header in which every request carries the address of its connection, in place of whatever the client sent under that name. */
export const PEER_HEADER = 'x-linnet-peer'

/** The header that says whether the router only fetches ahead; Next.js hides its own from us. */
export const PREFETCH_HEADER = 'x-linnet-prefetch'

/** What proxies say of the request that they got. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto']

type Started = { request: IncomingMessage; socket: { remoteAddress?: string | undefined } }

/**
 * Has the HTTP server note on every request what Next.js does not pass on, and without proxies of ours forget what only they may say: Next.js
 * takes the origin of a form for our own when a header names it. To be called once, before the first request; answers how to stop it.
 */
export function notePeers(proxies: number): () => void {
  const forgotten = new Set([...(proxies === 0 ? FORWARDED : []), PEER_HEADER, PREFETCH_HEADER])
  const note = (message: unknown) => {
    const { request, socket } = message as Started
    for (const name of forgotten) delete request.headers[name]
    // No Request may have this method (https://fetch.spec.whatwg.org/#forbidden-method), so that Next.js fails on it; others it refuses.
    if (request.method === 'TRACE') request.method = 'PROPFIND'
    request.headers[PEER_HEADER] = socket.remoteAddress ?? ''
    if (request.headers['next-router-prefetch'] && request.headers.rsc) request.headers[PREFETCH_HEADER] = '1'
    request.rawHeaders = withPeer(request.rawHeaders, forgotten, socket.remoteAddress ?? '')
  }
  subscribe('http.server.request.start', note)
  return () => unsubscribe('http.server.request.start', note)
}

/** Names and values in turn, as they came. */
function withPeer(raw: string[], forgotten: Set<string>, peer: string): string[] {
  const kept = raw.filter((_, place) => !forgotten.has(raw[place - (place % 2)]?.toLowerCase() ?? ''))
  return [...kept, PEER_HEADER, peer]
}
