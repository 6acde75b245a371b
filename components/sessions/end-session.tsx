'use client'

import type { ReactNode } from 'react'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { useForm } from '@/components/ui/use-form'
import { endOtherSessionsAction, endSessionAction } from '@/lib/sessions/actions'

/** Ends one's session with a device; the button says what stands within. */
export function EndSession({ id, children }: { id: string; children: ReactNode }) {
  const { state, pending, form } = useForm(endSessionAction, told)
  return (
    <form {...form} className="shrink-0 text-end">
      <input type="hidden" name="id" value={id} />
      <Button variant="secondary" size="small" aria-disabled={pending}>
        {children}
      </Button>
      <Failed message={state.message} />
    </form>
  )
}

/** Ends every session of one's own but this one; the button says what stands within. */
export function EndOtherSessions({ children }: { children: ReactNode }) {
  const { state, pending, form } = useForm(endOtherSessionsAction, told)
  return (
    <form {...form} className="border-line border-b p-4">
      <Button variant="secondary" aria-disabled={pending}>
        {children}
      </Button>
      <Failed message={state.status === 'failed' ? state.message : null} />
    </form>
  )
}

/** What was pressed is gone by then, so focus goes to where the list begins. */
function told({ message }: { message: string | null }) {
  announce(message)
  document.getElementById('main')?.focus({ preventScroll: true })
}

function Failed({ message }: { message: string | null }) {
  if (!message) return null
  return (
    <p role="alert" className="mt-1 max-w-60 text-danger text-sm">
      {message}
    </p>
  )
}
