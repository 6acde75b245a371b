'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import { browserWords, say } from '@/components/ui/say'

/** Says of a kept page that it is one, and has none of its forms pretend to work but the one that waits for the line. */
export function KeptNotice() {
  const router = useRouter()
  const [kept, setKept] = useState<string | null>(null)

  useEffect(() => setKept(document.documentElement.dataset.kept ?? null), [])

  useEffect(() => {
    if (!kept) return
    function onSubmit(event: SubmitEvent) {
      if (!(event.target instanceof Element) || event.target.matches('[data-outbox]')) return
      event.preventDefault()
      event.stopImmediatePropagation()
      announce(say('offlineOnly'))
    }
    function onOnline() {
      delete document.documentElement.dataset.kept
      setKept(null)
      router.refresh()
    }
    window.addEventListener('submit', onSubmit, true)
    window.addEventListener('online', onOnline)
    return () => {
      window.removeEventListener('submit', onSubmit, true)
      window.removeEventListener('online', onOnline)
    }
  }, [kept, router])

  return (
    <div role="status">
      {kept && <p className="rounded-xl bg-ink px-4 py-2.5 text-canvas shadow-lg">{say('keptAt', { at: atHome(new Date(kept)) })}</p>}
    </div>
  )
}

/** The moment by the clock of whoever looks. */
function atHome(date: Date): string {
  return new Intl.DateTimeFormat(browserWords().customs, { dateStyle: 'medium', timeStyle: 'short' }).format(date)
}
