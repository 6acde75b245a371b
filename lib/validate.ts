import { z } from 'zod'
import { AppError, type FieldError, notFound } from '@/lib/errors'

/** So many mistakes are told at most, and so much of a name that somebody made up: small requests have no large answers. */
const MAX_TOLD = 20
const MAX_NAME = 100

/**
 * The input as the schema describes it. Throws `validation_failed` with one error for each field that is wrong; `alsoWrong` is what
 * a rule beyond the schema found.
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown, alsoWrong: FieldError[] = []): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true })
  const found = result.error?.issues.slice(0, MAX_TOLD).flatMap(toFieldErrors) ?? []
  const errors = [...found.slice(0, MAX_TOLD), ...alsoWrong]
  if (result.success && errors.length === 0) return result.data
  throw new AppError('validation_failed', errors.map((error) => error.message).join(' '), { errors })
}

const uuid = z.uuid()

/** A path's id, in lower case. Throws `not_found` for the thing when it is not a UUID, so that no malformed id reaches the database. */
export function parseId(id: unknown, thing: string): string {
  const result = uuid.safeParse(id)
  if (!result.success) throw notFound(thing)
  return result.data.toLowerCase()
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MAX_TOLD).map((key) => ({
      field: [...issue.path, key].join('.').slice(0, MAX_NAME),
      code: 'unknown_field',
      message: `${JSON.stringify(key.slice(0, 50))} is not a field of this request. Remove it.`,
    }))
  }
  const field = issue.path.join('.')
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  if (missing) return [{ field, code: 'required', message: field ? `${field} is required.` : 'A JSON object is required.' }]
  const { code, ...values } = { code: issue.code, ...(issue.code === 'custom' && issue.params) }
  return [{ field, code: String(code), message: issue.message, values }]
}
