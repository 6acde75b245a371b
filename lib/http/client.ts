import { isIP } from 'node:net'
import type { Client } from '@/lib/auth/session'
import { env } from '@/lib/env'

/**
 * Where a request came from. Of `X-Forwarded-For` only the entries that our own TRUST_PROXY_HOPS proxies added are believed;
 * without one the address is unknown (empty).
 */
export function clientOf(headers: Headers): Client {
  return { ip: ipOf(headers), userAgent: headers.get('user-agent') ?? '' }
}

function ipOf(headers: Headers): string {
  if (env.TRUST_PROXY_HOPS === 0) return ''
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
  const address = forwarded.at(-env.TRUST_PROXY_HOPS) ?? ''
  return isIP(address) ? address : ''
}
