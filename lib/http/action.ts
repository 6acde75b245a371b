import { revalidatePath } from 'next/cache'
import { unstable_rethrow } from 'next/navigation'
import type { Viewer } from '@/lib/auth/viewer'
import { isUnavailable } from '@/lib/db'
import { AppError, type Values } from '@/lib/errors'
import { tellFailure } from '@/lib/http/failure'
import { type FormState, IDLE } from '@/lib/http/form'
import { getWords } from '@/lib/http/look'
import { getViewer, inRequest } from '@/lib/http/page'
import { log } from '@/lib/log'
import type { Key } from '@/lib/words/catalogue'

type Fields = Record<string, string>

/** What a form holds several of under one name, in order: texts, and the files that were chosen. */
export type Parts = { texts: (name: string) => string[]; files: (name: string) => File[] }

type Action = (state: FormState, form: FormData) => Promise<FormState>

const SECRET = /password/i

/** What is told of what was done: a key of the area `told`, and what its places are filled with. */
export type Message = Key<'told'> | readonly [key: Key<'told'>, values: Values]

/**
 * A form's server action: runs the operation with the viewer, the form's text fields and its `Parts`, and answers what the form shows next.
 * The operation may answer a message for the person. Next.js itself refuses an action from another Origin.
 */
export function action(operation: (viewer: Viewer | null, fields: Fields, parts: Parts) => Promise<Message | undefined>): Action {
  return (_state, sent) =>
    inRequest(async () => {
      // Whoever calls it by hand may send anything.
      const form = sent instanceof FormData ? sent : new FormData()
      const fields = textFields(form)
      try {
        const message = await operation(await getViewer(), fields, partsOf(form))
        return { ...IDLE, status: 'done', message: message ? await said(message) : null, at: Date.now() }
      } catch (error) {
        unstable_rethrow(error)
        return { ...IDLE, ...(await failure(error)), values: withoutSecrets(fields), at: Date.now() }
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
  told: (result: T) => Message,
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

async function said(message: Message): Promise<string> {
  const [key, values] = typeof message === 'string' ? [message, {}] : message
  return (await getWords('told'))(key, values)
}

async function failure(error: unknown): Promise<Partial<FormState>> {
  const t = await getWords('errors')
  if (error instanceof AppError && error.status < 500) return { status: 'failed', ...tellFailure(error, t), summary: t('marked') }
  log.error({ err: error }, 'action failed')
  return { status: 'failed', message: t(isUnavailable(error) ? 'unavailable' : 'internal') }
}
