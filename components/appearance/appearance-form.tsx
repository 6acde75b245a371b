'use client'

import { type ReactNode, startTransition, useActionState, useEffect } from 'react'
import { announce } from '@/components/ui/announcer'
import { Notice } from '@/components/ui/notice'
import { chooseAppearanceAction } from '@/lib/appearance/actions'
import { IDLE } from '@/lib/http/form'

/** The form around the choices: each is made so at once; without JavaScript by the button in `save`. */
export function AppearanceForm({ children, save }: { children: ReactNode; save: ReactNode }) {
  const [state, choose] = useActionState(chooseAppearanceAction, IDLE)
  useEffect(() => {
    if (state.status === 'done') announce(state.message)
  }, [state])
  return (
    <form
      action={choose}
      onChange={({ currentTarget }) => {
        const chosen = new FormData(currentTarget)
        startTransition(() => choose(chosen))
      }}
      className="space-y-7 p-4"
    >
      {state.status === 'failed' && <Notice state={state} />}
      {children}
      <noscript>{save}</noscript>
    </form>
  )
}
