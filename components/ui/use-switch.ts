'use client'

import { type FormEvent, useActionState, useLayoutEffect, useOptimistic, useRef, useTransition } from 'react'
import { announce } from '@/components/ui/announcer'
import { unanswered } from '@/components/ui/use-form'
import { type FormState, IDLE } from '@/lib/http/form'

type Action = (state: FormState, form: FormData) => Promise<FormState>

/**
 * A form whose button makes something so, or no longer so. With JavaScript that is shown at once and told when it is done; however
 * often the button is pressed meanwhile, the server is asked for what was wanted last. What failed is shown as it was before.
 * Focus goes to the page when what stands in `ref` goes from it.
 */
export function useSwitch(on: boolean, turnOn: Action, turnOff: Action) {
  const [posted, action] = useActionState(on ? turnOff : turnOn, IDLE)
  const [shown, show] = useOptimistic(on)
  const [, startTransition] = useTransition()
  const wanted = useRef<boolean | null>(null)
  const ref = useRef<HTMLDivElement>(null)

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const busy = wanted.current !== null
    // What was wanted last may not be shown yet.
    const next = !(wanted.current ?? shown)
    wanted.current = next
    startTransition(async () => {
      show(next)
      if (!busy) await reach(shown, form)
    })
  }

  async function reach(before: boolean, form: FormData) {
    for (let is = before; wanted.current !== null && wanted.current !== is; is = !is) {
      const answer = await (is ? turnOff : turnOn)(IDLE, form).catch(unanswered)
      announce(answer.message)
      if (answer.status === 'failed') break
    }
    wanted.current = null
  }

  useLayoutEffect(
    () => () => {
      if (ref.current?.contains(document.activeElement)) document.getElementById('main')?.focus({ preventScroll: true })
    },
    [],
  )

  return { shown, posted, ref, form: { action, onSubmit } }
}
