import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/** The header in which every request carries the address of its connection, in place of whatever the client sent under that name. */
export const PEER_HEADER = 'x-linnet-peer'

/** The header that says whether the router only fetches ahead; Next.js hides its own from us. */
export const PREFETCH_HEADER = 'x-linnet-prefetch'

type Started = { request: IncomingMessage; socket: { remoteAddress?: string | undefined } }

/** Has the HTTP server note on every request what Next.js does not pass on. To be called once, before the first request. */
export function notePeers(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, socket } = message as Started
    request.headers[PEER_HEADER] = socket.remoteAddress ?? ''
    if (request.headers['next-router-prefetch'] && request.headers.rsc) request.headers[PREFETCH_HEADER] = '1'
    else delete request.headers[PREFETCH_HEADER]
  })
}
