'use client'

import { startTransition, useActionState, useEffect } from 'react'
import { buttonLook } from '@/components/ui/button'
import { IDLE } from '@/lib/http/form'
import { markReadAction } from '@/lib/notifications/actions'

/** Marks what the page shows as read once it is looked at, and nothing newer than `upTo`; without JavaScript a button with this label does. */
export function MarkRead({ upTo, label }: { upTo: string; label: string }) {
  const [, formAction] = useActionState(markReadAction, IDLE)

  useEffect(() => {
    const ended = new AbortController()
    function mark() {
      if (document.hidden) return
      ended.abort()
      const form = new FormData()
      form.set('upTo', upTo)
      // What could not be marked now is still unread at the next visit.
      startTransition(async () => void (await markReadAction(IDLE, form).catch(() => null)))
    }
    document.addEventListener('visibilitychange', mark, { signal: ended.signal })
    mark()
    return () => ended.abort()
  }, [upTo])

  return (
    <noscript>
      <form action={formAction}>
        <input type="hidden" name="upTo" value={upTo} />
        <button type="submit" className={buttonLook({ variant: 'secondary', size: 'small' })}>
          {label}
        </button>
      </form>
    </noscript>
  )
}
