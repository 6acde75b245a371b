import { isIP } from 'node:net'
import type { Client } from '@/lib/auth/session'
import { env } from '@/lib/env'
import { PEER_HEADER } from '@/lib/http/peer'

/**
 * Where a request came from: the address of the connection, or behind TRUST_PROXY_HOPS proxies what the first of them wrote into
 * `X-Forwarded-For`; what a client wrote there itself is never believed. Empty where that cannot be known.
 */
export function clientOf(headers: Pick<Headers, 'get'>): Client {
  return { ip: ipOf(headers), userAgent: headers.get('user-agent') ?? '' }
}

function ipOf(headers: Pick<Headers, 'get'>): string {
  const hops = env.TRUST_PROXY_HOPS
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
  const address = (hops === 0 ? headers.get(PEER_HEADER) : forwarded.at(-hops)) ?? ''
  // An IPv4 address on a socket for both (RFC 4291 §2.5.5.2).
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(plain) ? plain : ''
}
