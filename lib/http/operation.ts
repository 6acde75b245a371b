import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi'
import { ERRORS, type ErrorCode } from '@/lib/errors'

type Described = {
  /** What it does, in a few words. */
  summary: string
  tag: string
  /** Who may ask: somebody signed in, anybody, or anybody with more in the answer for somebody signed in, or who knows CRON_SECRET or METRICS_TOKEN. */
  who: 'signed in' | 'anybody' | 'either' | 'the scheduler' | 'the monitor'
  path?: z.ZodObject
  query?: z.ZodObject
  headers?: z.ZodObject
  body?: z.ZodType
  /** The body where it is a multipart form. */
  multipart?: z.ZodType
  /** Also accept the body as a form (OAuth 2). */
  form?: boolean
  returns?: z.ZodType
  /** Whether it answers plain text. */
  text?: boolean
  status?: 200 | 201 | 204
  /** Whether it is not counted for any limit. */
  uncounted?: boolean
  /** The errors beyond those that every operation has. */
  errors?: ErrorCode[]
}

/** The headers of a write that can be repeated without being done twice. */
export const idempotencyHeaders = z.object({
  'Idempotency-Key': z
    .string()
    .max(255)
    .optional()
    .meta({ description: 'The same key within 24 hours gives the first answer again, with `Idempotency-Replayed: true`.' }),
})

const SECURITY: Record<Described['who'], Record<string, string[]>[]> = {
  'signed in': [{ bearer: [] }, { cookie: [] }],
  either: [{}, { bearer: [] }, { cookie: [] }],
  anybody: [],
  'the scheduler': [{ scheduler: [] }],
  'the monitor': [{ monitor: [] }],
}

const fieldError = z.object({ field: z.string(), code: z.string(), message: z.string() })

export const problemView = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    errors: z.array(fieldError).optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457). errors names the fields that are wrong.' })

const oauthError = z.object({ error: z.string(), error_description: z.string() }).meta({ id: 'OAuthError', description: 'RFC 6749 §5.2.' })

/** One operation of the OpenAPI document; its error answers derive from the error table. */
export function operation({
  summary,
  tag,
  who,
  path,
  query,
  headers,
  body,
  multipart,
  form = false,
  returns,
  text = false,
  status = 200,
  uncounted = false,
  errors = [],
}: Described): ZodOpenApiOperationObject {
  const codes = new Set<ErrorCode>([
    // A broken token is refused even where none is needed.
    'unauthenticated',
    ...(multipart ? (['payload_too_large', 'unsupported_media_type', 'validation_failed'] as const) : []),
    ...(who === 'signed in' || body ? (['cross_site_request'] as const) : []),
    ...(path ? (['not_found'] as const) : []),
    ...(query ? (['validation_failed'] as const) : []),
    ...(body ? (['malformed_json', 'payload_too_large', 'unsupported_media_type', 'validation_failed'] as const) : []),
    ...errors,
    ...(uncounted ? [] : (['rate_limited'] as const)),
    'internal',
    'unavailable',
  ])
  const parameters = { ...(path && { path }), ...(query && { query }), ...(headers && { header: headers }) }
  return {
    summary,
    tags: [tag],
    security: SECURITY[who],
    ...(Object.keys(parameters).length > 0 && { requestParams: parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: body }, ...(form && { 'application/x-www-form-urlencoded': { schema: body } }) },
      },
    }),
    ...(multipart && { requestBody: { required: true, content: { 'multipart/form-data': { schema: multipart } } } }),
    responses: { [status]: success(status, text ? 'text' : returns, { isList: query !== undefined, uncounted }), ...failures(codes, form) },
  }
}

const string = { type: 'string' as const }

type Shown = { isList: boolean; uncounted: boolean }

function success(status: number, returns: z.ZodType | 'text' | undefined, { isList, uncounted }: Shown): ZodOpenApiResponseObject {
  const headers = {
    'X-Request-Id': { description: 'Names the request in the log.', schema: { type: 'string' as const, format: 'uuid' } },
    ...(!uncounted && {
      'RateLimit-Policy': { description: 'The limits it counts for, such as `"tweets";q=60;w=900`: 60 in 900 seconds.', schema: string },
      RateLimit: { description: 'What is left of each, such as `"tweets";r=59;t=900`: 59 in the next 900 seconds.', schema: string },
    }),
    ...(isList && {
      Link: { description: 'The next page, `rel="next"` (RFC 8288); absent at the end.', schema: string },
    }),
    ...(status === 201 && { Location: { description: 'Where the new thing is.', schema: { type: 'string' as const, format: 'uri' } } }),
  }
  const description = { 200: 'As it now is.', 201: 'Created.', 204: 'Done.' }[status] ?? 'Done.'
  return { description, headers, ...(returns && { content: contentOf(returns) }) }
}

function contentOf(returns: z.ZodType | 'text'): ZodOpenApiResponseObject['content'] {
  return returns === 'text'
    ? { 'text/plain; version=0.0.4; charset=utf-8': { schema: string } }
    : { 'application/json': { schema: returns } }
}

const retryAfter = { description: 'In how many seconds to try again.', schema: { type: 'integer' as const } }

function failures(codes: Set<ErrorCode>, oauth: boolean): Record<string, ZodOpenApiResponseObject> {
  const statuses = [...new Set([...codes].map((code) => ERRORS[code].status))]
  return Object.fromEntries(
    statuses.map((status) => {
      const group = [...codes].filter((code) => ERRORS[code].status === status)
      const description = group.map((code) => `\`${code}\`: ${ERRORS[code].title}.`).join(' ')
      const content =
        oauth && status === 400 ? { 'application/json': { schema: oauthError } } : { 'application/problem+json': { schema: problemView } }
      return [String(status), { description, content, ...([429, 503].includes(status) && { headers: { 'Retry-After': retryAfter } }) }]
    }),
  )
}
