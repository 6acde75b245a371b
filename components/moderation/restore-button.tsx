'use client'

import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { useForm } from '@/components/ui/use-form'
import { restoreAction } from '@/lib/moderation/actions'

/** Restores somebody who is suspended. */
export function RestoreButton({ username, label }: { username: string; label: string }) {
  const { state, pending, form } = useForm(restoreAction, told)
  return (
    <form {...form} className="shrink-0 text-end">
      <input type="hidden" name="username" value={username} />
      <Button variant="secondary" size="small" aria-disabled={pending}>
        {label}
        <span className="sr-only"> @{username}</span>
      </Button>
      {state.status === 'failed' && (
        <p role="alert" className="mt-1 max-w-60 text-danger text-sm">
          {state.message}
        </p>
      )}
    </form>
  )
}

/** What was pressed is gone by then, so focus goes to where the list begins. */
function told({ message }: { message: string | null }) {
  announce(message)
  document.getElementById('main')?.focus({ preventScroll: true })
}
