import { type NextRequest, NextResponse } from 'next/server'
import { AppError } from '@/lib/errors'
import { problem } from '@/lib/http/problem'

/** Gives every page an X-Request-Id, in the answer and for the log (the API gives its own), and refuses paths that are not UTF-8. */
export function proxy(request: NextRequest): Response {
  const id = crypto.randomUUID()
  const headers = new Headers(request.headers)
  headers.set('x-request-id', id)
  const { pathname } = request.nextUrl
  const response = isDecodable(pathname) ? NextResponse.next({ request: { headers } }) : refusal(pathname)
  response.headers.set('X-Request-Id', id)
  return response
}

// Next.js itself would answer such a path with 500.
function refusal(pathname: string): Response {
  return pathname.startsWith('/api/')
    ? problem(new AppError('not_found', 'The path is not valid: a % in it must be followed by two digits of UTF-8 in hexadecimal.'))
    : new Response('This address is not valid.', { status: 400, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

export const config = { matcher: ['/((?!api/|_next/static/).*)', '/api/(.*%.*)'] }
