import type { IncomingMessage } from 'node:http'
import { APPEARANCE_COOKIE } from '@/lib/appearance/cookie'
import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'

/** A name or an address, and a port: nothing that would be read as more of an address (RFC 9110 §7.2). */
const HOST = /^(?:[a-z\d](?:[\w.-]*[\w.])?|\[[\da-f:.]+\])(?::(?<port>\d{1,5}))?$/i

/** Fields of which there is one (RFC 9110 §5.3): who reads the first and who reads the last would read different requests. */
const SINGLE = ['host', 'authorization', 'content-type']

const OWN_COOKIES = [SESSION_COOKIE.name, APPEARANCE_COOKIE.name]

/**
 * Makes of a request one that everybody reads in the same way, before anything of it is looked at; or says what is wrong with it. Takes out
 * of it what has two meanings: a cookie of ours that comes twice or encoded, and a place in the pages that the router cannot have sent.
 */
export function tidy(request: IncomingMessage): AppError | null {
  const { headers, rawHeaders, url = '' } = request
  const names = rawHeaders.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase())
  const twice = SINGLE.find((name) => names.filter((other) => other === name).length > 1)
  if (twice) return malformed(`There is more than one ${twice} header. Send one.`)
  // HTTP/1.0 knows no Host (RFC 9112 §3.2); Node refuses any later request without one.
  headers.host ??= new URL(env.APP_URL).host
  const host = HOST.exec(headers.host)
  if (!host || Number(host.groups?.port ?? 0) > 65_535) return malformed('The Host header names no host. Send the one of the address.')
  // RFC 9112 §3.2.2.
  if (/^https?:\/\//i.test(url) && URL.canParse(url)) request.url = new URL(url).href.slice(new URL(url).origin.length)
  if (headers.cookie !== undefined) headers.cookie = onceEach(headers.cookie)
  const tree = headers['next-router-state-tree']
  if (tree !== undefined && !isTree(parsed(String(tree)))) delete headers['next-router-state-tree']
  return null
}

function malformed(detail: string): AppError {
  return new AppError('malformed_request', detail)
}

/** The Cookie header without those of ours that could be read in more than one way. */
function onceEach(header: string): string {
  const pairs = header.split(';').map((pair) => pair.trim())
  const unclear = OWN_COOKIES.filter((name) => {
    const own = pairs.filter((pair) => pair.startsWith(`${name}=`))
    return own.length > 1 || own.some((pair) => pair.includes('%') || pair.includes('"'))
  })
  return unclear.length === 0 ? header : pairs.filter((pair) => !unclear.some((name) => pair.startsWith(`${name}=`))).join('; ')
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(value))
  } catch {
    return null
  }
}

/** Whether it is a place in the pages as the router of Next.js tells it: a segment, and by slots what is below. */
function isTree(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  const [segment, below] = value
  const isSegment = typeof segment === 'string' || Array.isArray(segment)
  return isSegment && typeof below === 'object' && below !== null && !Array.isArray(below) && Object.values(below).every(isTree)
}
