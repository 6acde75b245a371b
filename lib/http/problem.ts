import { type AppError, ERRORS } from '@/lib/errors'

/** The error as problem details (RFC 9457). */
export function problem(error: AppError): Response {
  const { code, status, detail } = error
  const errors = error.errors?.map(({ field, code, message }) => ({ field, code, message }))
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...error.headers })
  if (code === 'unauthenticated' && !headers.has('WWW-Authenticate')) headers.set('WWW-Authenticate', 'Bearer realm="linnet"')
  return new Response(
    JSON.stringify({ type: `/api/docs#error-${code}`, title: ERRORS[code].title, status, detail, code, ...(errors && { errors }) }),
    { status, headers },
  )
}
