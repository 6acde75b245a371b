import { type NextRequest, NextResponse } from 'next/server'
import { AppError } from '@/lib/errors'
import { problem } from '@/lib/http/problem'

const TOO_LONG = 'The images are too large: at most 4 MiB each. Go back and choose smaller ones; what you wrote is still there.'

/** As much as next.config.mjs lets a form bring; of a longer one Next.js would read only the beginning. */
const FORM_MAX_BYTES = 17 * 1024 * 1024

/** Gives every page an X-Request-Id, in the answer and for the log (the API gives its own), and refuses what Next.js would answer with 500. */
export function proxy(request: NextRequest): Response {
  const id = crypto.randomUUID()
  const headers = new Headers(request.headers)
  headers.set('x-request-id', id)
  const response = refusal(request) ?? NextResponse.next({ request: { headers } })
  response.headers.set('X-Request-Id', id)
  return response
}

/** A path that is no text, a form that another site sends with our visitor's cookie, and one that is too long. */
function refusal({ method, headers, nextUrl: { pathname } }: NextRequest): Response | null {
  const isApi = pathname.startsWith('/api/')
  if (!isText(pathname)) {
    return isApi
      ? problem(new AppError('not_found', 'The path is not valid: it must be UTF-8 without NUL, percent-encoded.'))
      : plain(400, 'This address is not valid.')
  }
  if (isApi || method !== 'POST') return null
  if (isForeign(headers)) return plain(403, 'This form was sent from another site.')
  return Number(headers.get('content-length') ?? 0) > FORM_MAX_BYTES ? plain(413, TOO_LONG) : null
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
