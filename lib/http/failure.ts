import { AppError, type FieldError } from '@/lib/errors'
import { CATALOGUE, type Key } from '@/lib/words/catalogue'
import type { Words } from '@/lib/words/words'

type ErrorWords = Words<Key<'errors'>>

/** What a form says of a failure: in a sentence or more, and of each field. */
export type Told = { message: string; errors: Record<string, string> }

/** The failure in somebody's words, by its reason and by the codes of its fields. The API says it in English, to who writes programs. */
export function tellFailure(error: AppError, t: ErrorWords): Told {
  const errors = Object.fromEntries((error.errors ?? []).toReversed().map((wrong) => [wrong.field, tellField(error, wrong, t)]))
  const message = error.errors ? [...new Set(Object.values(errors).toReversed())].join(' ') : tell(error, t)
  return { message, errors }
}

/** The failure as one sentence, where no field is known. */
export function tell(error: AppError, t: ErrorWords): string {
  const { seconds } = error.values
  const said = t(keyOf([error.reason, error.code], 'validation_failed'), error.values)
  return seconds === undefined ? said : `${said} ${tellWait(Number(seconds), t)}`
}

/** How long to wait; never less than it is. */
function tellWait(seconds: number, t: ErrorWords): string {
  if (seconds < 60) return t('wait.seconds', { count: seconds })
  return seconds < 3_600 ? t('wait.minutes', { count: Math.ceil(seconds / 60) }) : t('wait.hours', { count: Math.ceil(seconds / 3_600) })
}

/** What is wrong with a field; of an image that came with a form, which one, and why the image itself was refused. */
function tellField({ cause }: AppError, { field, code, values = {} }: FieldError, t: ErrorWords): string {
  const [name = ''] = field.split('.')
  if (!(cause instanceof AppError)) return t(keyOf([`${name}.${code}`, `field.${code}`], 'field.custom'), values)
  const { message } = tellFailure(cause, t)
  return t(values.place === undefined ? 'image.name' : 'image.place', { ...values, message })
}

/** The first of the keys that there are words for. */
function keyOf(keys: string[], otherwise: Key<'errors'>): Key<'errors'> {
  const known = keys.find((key) => Object.hasOwn(CATALOGUE.en.errors, key))
  return (known ?? otherwise) as Key<'errors'>
}
