import { ask, sendWaiting } from '@/components/offline/worker'
import { say } from '@/components/ui/say'
import { standIn } from '@/components/ui/use-form'
import { type FormState, IDLE } from '@/lib/http/form'
import { charactersLeft, isBlank } from '@/lib/text'

/** A tweet as it is being sent: how long it may be, and whether there was a line for it. */
type Sending = { written: string; key: string; max: number; tried: boolean }

let writer: string | null = null
const sending = new WeakMap<HTMLFormElement, Sending>()
const byKey = new Map<string, Sending>()

/** Gives what this person sends from now on an Idempotency-Key, and takes in what there is no line for; gives back how to stop. */
export function takeIn(user: string | null): () => void {
  writer = user
  standIn.answer = leaveInOutbox
  document.addEventListener('formdata', addKey)
  document.addEventListener('reset', forget)
  return () => {
    document.removeEventListener('formdata', addKey)
    document.removeEventListener('reset', forget)
  }
}

/** The key is made when it is first sent, and is the same again as long as nothing is changed. */
function addKey({ target, formData }: FormDataEvent) {
  if (!(target instanceof HTMLFormElement) || target.dataset.outbox === undefined) return
  const written = JSON.stringify([...formData].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]))
  const last = sending.get(target)
  const again = last?.written === written
  const now = {
    written,
    key: again ? last.key : crypto.randomUUID(),
    max: Number(target.dataset.outbox),
    tried: navigator.onLine || (again && last.tried),
  }
  sending.set(target, now)
  byKey.set(now.key, now)
  formData.set('key', now.key)
}

/** What was posted may be said again, as something new. */
function forget({ target }: Event) {
  if (target instanceof HTMLFormElement) sending.delete(target)
}

/** Has what could not be sent wait for the line; null where it cannot wait: images, what the server would refuse, nobody to be it. */
async function leaveInOutbox(form: FormData, error: unknown): Promise<FormState | null> {
  // So a browser calls that no answer came.
  if (!(error instanceof TypeError)) return null
  const [content = '', key = '', replyToId, quoteId] = ['content', 'key', 'replyToId', 'quoteId'].map((name) => form.get(name)?.toString())
  const sent = byKey.get(key)
  const images = form.has('mediaIds') || form.getAll('images').some((file) => file instanceof File && file.size > 0)
  if (!writer || !sent || images || charactersLeft(content, sent.max) < 0 || (isBlank(content) && !quoteId)) return null
  // As the form's action has it, so that the server knows it again.
  const input = { content, ...(replyToId && { replyToId }), ...(quoteId && { quoteId }), mediaIds: [] }
  const taken = await ask({ type: 'take', tweet: { key, user: writer, input, triedAt: sent.tried ? Date.now() : null } })
  if (!taken) return null
  sendWaiting(writer)
  return { ...IDLE, status: 'done', message: say('waits'), at: Date.now() }
}
