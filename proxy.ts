import { type NextRequest, NextResponse } from 'next/server'

/** Gives every page an X-Request-Id, in the answer and for the log; the API gives its own. */
export function proxy(request: NextRequest): NextResponse {
  const id = crypto.randomUUID()
  const headers = new Headers(request.headers)
  headers.set('x-request-id', id)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('X-Request-Id', id)
  return response
}

export const config = { matcher: ['/((?!api/|_next/static/).*)'] }
