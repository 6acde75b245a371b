import { revalidatePath } from 'next/cache'
import { unstable_rethrow } from 'next/navigation'
import type { Viewer } from '@/lib/auth/viewer'
import { isUnavailable } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { FormState } from '@/lib/http/form'
import { getViewer, inRequest } from '@/lib/http/page'
import { log } from '@/lib/log'

type Fields = Record<string, string>

/** What a form holds several of under one name, in order: texts, and the files that were chosen. */
export type Parts = { texts: (name: string) => string[]; files: (name: string) => File[] }

type Action = (state: FormState, form: FormData) => Promise<FormState>

const SECRET = /password/i

/**
 * A form's server action: runs the operation with the viewer, the form's text fields and its `Parts`, and answers what the form shows next.
 * The operation may answer a message for the person. Next.js itself refuses an action from another Origin.
 */
export function action(operation: (viewer: Viewer | null, fields: Fields, parts: Parts) => Promise<string | undefined>): Action {
  return (_state, form) =>
    inRequest(async () => {
      const fields = textFields(form)
      try {
        const message = await operation(await getViewer(), fields, partsOf(form))
        return { status: 'done', message: message ?? null, errors: {}, values: {}, at: Date.now() }
      } catch (error) {
        unstable_rethrow(error)
        return { ...failure(error), values: withoutSecrets(fields), at: Date.now() }
      }
    })
}

/**
 * The action of a form that is one button: runs the command on the form's field `name`, has every page shown anew, and answers what is
 * to be told of it.
 */
export function press<T>(
  name: string,
  command: (viewer: Viewer | null, value: unknown) => Promise<T>,
  told: (result: T) => string,
): Action {
  return action(async (viewer, fields) => {
    const result = await command(viewer, fields[name])
    revalidatePath('/', 'layout')
    return told(result)
  })
}

/** The form's text fields by name, without those that React and Next.js add. */
function textFields(form: FormData): Fields {
  return Object.fromEntries(
    [...form].filter((field): field is [string, string] => typeof field[1] === 'string' && !field[0].startsWith('$')),
  )
}

/** A file field in which nothing was chosen comes as an empty file without a name. */
function partsOf(form: FormData): Parts {
  return {
    texts: (name) => form.getAll(name).filter((part) => typeof part === 'string'),
    files: (name) => form.getAll(name).filter((part) => part instanceof File && (part.size > 0 || part.name !== '')) as File[],
  }
}

function withoutSecrets(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET.test(name)))
}

function failure(error: unknown): Pick<FormState, 'status' | 'message' | 'errors'> {
  if (error instanceof AppError && error.status < 500) {
    const errors = Object.fromEntries((error.errors ?? []).toReversed().map(({ field, message }) => [field, message]))
    return { status: 'failed', message: error.detail, errors }
  }
  log.error({ err: error }, 'action failed')
  const message = isUnavailable(error)
    ? 'Linnet cannot be reached right now. Nothing was saved; try again in a moment.'
    : 'Something went wrong on our side. Nothing was saved; try again.'
  return { status: 'failed', message, errors: {} }
}
