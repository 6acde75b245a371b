import { z } from 'zod'
import { AppError, type FieldError, notFound } from '@/lib/errors'

/**
 * The input as the schema describes it. Throws `validation_failed` with one error for each field that is wrong; `alsoWrong` is what
 * a rule beyond the schema found.
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown, alsoWrong: FieldError[] = []): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true })
  const errors = [...(result.error?.issues.flatMap(toFieldErrors) ?? []), ...alsoWrong]
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
    return issue.keys.map((key) => ({
      field: [...issue.path, key].join('.'),
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
