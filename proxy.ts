import { type NextRequest, NextResponse } from 'next/server'
import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { isForeign, tellNext } from '@/lib/http/origin'
import { refuseTooMany } from '@/lib/http/page-limit'
import { isText, patternOf } from '@/lib/http/patterns'
import { pagePolicy, transportHeaders } from '@/lib/http/policy'
import { problem } from '@/lib/http/problem'
import { type Refusal, refusePage } from '@/lib/http/refusal'
import { imageOrigins } from '@/lib/media/storage/origins'

const NOT_VALID: Refusal = { status: 400, title: 'refused.address', text: 'refused.addressText' }
const UNREADABLE: Refusal = { status: 400, title: 'refused.unreadable', text: 'refused.unreadableText' }
const FOREIGN: Refusal = { status: 403, title: 'refused.foreign', text: 'refused.foreignText' }
const TOO_LONG: Refusal = { status: 413, title: 'refused.large', text: 'refused.largeText' }
const UNKNOWN: Refusal = { status: 405, title: 'refused.method', text: 'refused.methodText', headers: { Allow: 'GET, HEAD, POST' } }

/** As much as next.config.mjs lets a form bring; of a longer one Next.js would read only the beginning. */
const FORM_MAX_BYTES = 17 * 1024 * 1024

/** What is no page has a policy of its own. */
const NO_PAGES = /^\/(?:(?:media|cards|icons|\.well-known)\/|sw\.js$)/

/** And what is written for programs. */
const PUBLISHED = new Set([
  '/robots.txt',
  '/sitemap.xml',
  '/sitemap/{kind}/{part}',
  '/hashtag/{word}/feed.json',
  '/hashtag/{word}/rss.xml',
  '/{username}/feed.json',
  '/{username}/rss.xml',
])

/**
 * Gives every page an X-Request-Id, in the answer and for the log (the API gives its own), and a Content-Security-Policy with a nonce that
 * Next.js puts on its scripts; counts it for the limit of its asker, and refuses what Next.js would answer with 500.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const id = crypto.randomUUID()
  const refused = refusal(request) ?? (await tooMany(request, id))
  const response = refused ?? shown(request, id)
  response.headers.set('X-Request-Id', id)
  for (const [name, value] of Object.entries(transportHeaders(site))) response.headers.set(name, value)
  return response
}

const site = { appUrl: env.APP_URL, images: imageOrigins(env), development: env.NODE_ENV === 'development' }

function shown(request: NextRequest, id: string): Response {
  const headers = new Headers(request.headers)
  headers.set('x-request-id', id)
  tellNext(headers, env.APP_URL)
  if (isNoPage(request.nextUrl.pathname)) return NextResponse.next({ request: { headers } })
  const policy = pagePolicy(Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64'), site)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

/** A path that is no text, a form that another site sends with our visitor's cookie, and one that is too long. */
function refusal(request: NextRequest): Response | null {
  const { method, headers, cookies, nextUrl } = request
  const { pathname } = nextUrl
  const isApi = pathname.startsWith('/api/') && pathname !== '/api/docs'
  if (!isText(pathname)) {
    return isApi
      ? problem(new AppError('not_found', 'The path is not valid: it must be UTF-8 without NUL, percent-encoded.'))
      : refusePage(request, NOT_VALID)
  }
  if (isApi || isNoPage(pathname)) return null
  if (!['GET', 'HEAD', 'POST', 'OPTIONS'].includes(method)) return refusePage(request, UNKNOWN)
  if (method !== 'POST') return null
  // Without it nobody knows where a part ends (RFC 2046 §5.1.1).
  if (/^multipart\/form-data(?!.*;\s*boundary="?[^\s";])/i.test(headers.get('content-type') ?? '')) return refusePage(request, UNREADABLE)
  if (isForeign(headers, { appUrl: env.APP_URL, session: cookies.has(SESSION_COOKIE.name) })) return refusePage(request, FOREIGN)
  return Number(headers.get('content-length') ?? 0) > FORM_MAX_BYTES ? refusePage(request, TOO_LONG) : null
}

function isNoPage(pathname: string): boolean {
  return NO_PAGES.test(pathname) || PUBLISHED.has(patternOf(pathname))
}

async function tooMany(request: NextRequest, requestId: string): Promise<Response | null> {
  const { headers, cookies, nextUrl } = request
  const refusal = await refuseTooMany({ headers, pathname: nextUrl.pathname, cookie: (name) => cookies.get(name)?.value, requestId })
  return refusal && refusePage(request, refusal)
}

export const config = { matcher: ['/((?!api/|_next/static/).*)', '/api/docs', '/api/(.*%.*)'] }
