import { describe, expect, it } from 'vitest'
import { AppError, ERRORS, type ErrorCode, invalid, notFound } from '@/lib/errors'
import { problemView } from '@/lib/http/operation'
import { problem } from '@/lib/http/problem'

/** The contract, from the API's description. */
const STATUSES: Record<ErrorCode, number> = {
  malformed_request: 400,
  malformed_json: 400,
  unauthenticated: 401,
  forbidden: 403,
  cross_site_request: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  idempotency_key_reused: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
}

describe('the error table', () => {
  it('has every code of the contract with its status', () => {
    expect(Object.fromEntries(Object.entries(ERRORS).map(([code, { status }]) => [code, status]))).toEqual(STATUSES)
  })

  it.each(Object.entries(STATUSES))('answers %s with %d as problem details', async (code, status) => {
    const response = problem(new AppError(code as ErrorCode, undefined, { cause: new Error('inside') }))
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.has('www-authenticate')).toBe(status === 401)
    const text = await response.text()
    expect(problemView.strict().parse(JSON.parse(text))).toMatchObject({ code, status, title: ERRORS[code as ErrorCode].title })
    expect(text).not.toContain('inside')
  })

  it('carries the headers and fields that an error names', async () => {
    const error = new AppError('rate_limited', 'Slow down.', { headers: { 'Retry-After': '7' } })
    expect(problem(error).headers.get('retry-after')).toBe('7')
    expect(await problem(invalid('name', 'blank', 'name must not be empty.')).json()).toMatchObject({
      detail: 'name must not be empty.',
      errors: [{ field: 'name', code: 'blank', message: 'name must not be empty.' }],
    })
    expect(notFound('tweet').detail).toBe('There is no such tweet.')
  })
})
