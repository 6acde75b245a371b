'use client'

import { unstable_rethrow } from 'next/navigation'
import { type FormEvent, useActionState, useEffect, useRef, useState, useTransition } from 'react'
import { say } from '@/components/ui/say'
import { type FormState, IDLE, REFUSED } from '@/lib/http/form'

type Action = (state: FormState, form: FormData) => Promise<FormState>

/** May answer a form in the server's place where no answer came; there is one once it is loaded. */
export const standIn: { answer?: (form: FormData, error: unknown) => Promise<FormState | null> } = {}

/**
 * A form that works without JavaScript, through `action`, and better with it, through `onSubmit`: what was typed stays until the
 * answer is there, also when the network fails, and focus goes to the first field that is wrong. Where `onDone` tells the person that
 * it is done, the form itself doesn't; `onLeave` is called when it is done and the answer leads to another page.
 */
export function useForm(action: Action, onDone?: (answer: FormState) => void, onLeave?: () => void) {
  const [posted, formAction] = useActionState(action, IDLE)
  const [sent, setSent] = useState<FormState | null>(null)
  const [pending, startTransition] = useTransition()
  const ref = useRef<HTMLFormElement>(null)
  const state = sent ?? posted

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    // With the button that was pressed, where there are several.
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    startTransition(async () => {
      const answer = await action(state, form).catch(async (error) => (await standIn.answer?.(form, error)) ?? left(error, onLeave))
      const told = answer.status === 'done' && onDone
      if (told) onDone(answer)
      startTransition(() => setSent(told ? IDLE : answer))
    })
  }

  useEffect(() => {
    if (state.at > 0 && state.status === 'failed') ref.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [state.at, state.status])

  return { state, pending, form: { ref, action: formAction, onSubmit } }
}

/** A redirect comes as an error, which Next.js must get. */
function left(error: unknown, onLeave?: () => void): FormState {
  try {
    return unanswered(error)
  } catch (redirect) {
    onLeave?.()
    throw redirect
  }
}

/** What a form shows when it was refused on its way, or no answer came. */
export function unanswered(error: unknown): FormState {
  unstable_rethrow(error)
  const { message } = error as Error
  const told = message.startsWith(REFUSED) ? message.slice(REFUSED.length) : say('unreachable')
  return { ...IDLE, status: 'failed', message: told, at: Date.now() }
}
