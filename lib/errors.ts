/** Every way an operation can fail: the code a client sees, its HTTP status and its title. All error answers derive from this table. */
export const ERRORS = {
  malformed_request: { status: 400, title: 'The request is not valid HTTP' },
  malformed_json: { status: 400, title: 'The body is not valid JSON' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'You may not do this' },
  cross_site_request: { status: 403, title: 'The request came from another site' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'This method is not allowed here' },
  conflict: { status: 409, title: 'This is already taken' },
  payload_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'This kind of body is not supported' },
  validation_failed: { status: 422, title: 'Something in the request is not valid' },
  idempotency_key_reused: { status: 422, title: 'This Idempotency-Key was used for another request' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Linnet is not available right now' },
} as const

export type ErrorCode = keyof typeof ERRORS

/** What a message is about: limits, names, numbers. */
export type Values = Record<string, string | number>

/**
 * What is wrong with one field: its path (`content`, `mediaIds.0`), a stable code, and how to mend it. `values` is for whoever says it in other
 * words (lib/http/failure.ts), and never leaves.
 */
export type FieldError = { field: string; code: string; message: string; values?: Values }

type Extra = { errors?: FieldError[]; headers?: Record<string, string>; cause?: unknown; reason?: string; values?: Values }

/**
 * The one error that operations throw. `detail` is for people who read English; `reason`, finer than the code, with `values` is for saying it in
 * other words; `cause` goes to the log and never to a client.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly detail: string
  readonly errors: FieldError[] | undefined
  /** Headers the answer must carry, such as `Allow` or `Retry-After`. */
  readonly headers: Record<string, string>
  readonly reason: string
  readonly values: Values

  constructor(code: ErrorCode, detail: string = ERRORS[code].title, { errors, headers = {}, cause, reason, values = {} }: Extra = {}) {
    super(detail, { cause })
    this.name = 'AppError'
    this.code = code
    this.detail = detail
    this.errors = errors
    this.headers = headers
    this.reason = reason ?? code
    this.values = values
  }

  get status(): number {
    return ERRORS[this.code].status
  }
}

/** A `not_found` for the thing named, e.g. "There is no such tweet." */
export function notFound(thing: string): AppError {
  return new AppError('not_found', `There is no such ${thing}.`, { reason: `not_found.${thing}` })
}

/** A `validation_failed` about one field. */
export function invalid(field: string, code: string, message: string, values: Values = {}): AppError {
  return new AppError('validation_failed', message, { errors: [{ field, code, message, values }] })
}
