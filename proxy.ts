import { type NextRequest, NextResponse } from 'next/server'
import { AppError } from '@/lib/errors'
import { problem } from '@/lib/http/problem'

/** Gives every page an X-Request-Id, in the answer and for the log (the API gives its own), and refuses what Next.js would answer with 500. */
export function proxy(request: NextRequest): Response {
  const id = crypto.randomUUID()
  const headers = new Headers(request.headers)
  headers.set('x-request-id', id)
  const response = refusal(request) ?? NextResponse.next({ request: { headers } })
  response.headers.set('X-Request-Id', id)
  return response
}

/** A path that is no text, and a form that another site sends with our visitor's cookie. */
function refusal({ method, headers, nextUrl: { pathname } }: NextRequest): Response | null {
  const isApi = pathname.startsWith('/api/')
  if (!isText(pathname)) {
    return isApi
      ? problem(new AppError('not_found', 'The path is not valid: it must be UTF-8 without NUL, percent-encoded.'))
      : plain(400, 'This address is not valid.')
  }
  return !isApi && method === 'POST' && isForeign(headers) ? plain(403, 'This form was sent from another site.') : null
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

function isText(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\0')
  } catch {
    return false
  }
}

/** As Next.js decides it for server actions: the Origin, if there is one, must be where the request went. */
function isForeign(headers: Headers): boolean {
  const origin = headers.get('origin')
  if (origin === null) return false
  const hosts = [headers.get('host'), headers.get('x-forwarded-host')?.split(',')[0]?.trim()]
  return !URL.canParse(origin) || !hosts.includes(new URL(origin).host)
}

export const config = { matcher: ['/((?!api/|_next/static/).*)', '/api/docs', '/api/(.*%.*)'] }
