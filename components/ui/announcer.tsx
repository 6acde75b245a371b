'use client'

import { useEffect, useSyncExternalStore } from 'react'

const SHOWN_FOR_MS = 6000

let message: string | null = null
const listeners = new Set<() => void>()

/** Says what was done, to eyes and to screen readers, whatever becomes of the element that was clicked. */
export function announce(text: string | null) {
  message = text
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where `announce` speaks; once in the layout. */
export function Announcer() {
  const text = useSyncExternalStore(
    subscribe,
    () => message,
    () => null,
  )
  useEffect(() => {
    if (!text) return
    const timer = setTimeout(() => announce(null), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-50 flex justify-center md:bottom-6"
    >
      {text && <p className="rounded-full bg-ink px-5 py-2.5 text-canvas shadow-lg">{text}</p>}
    </div>
  )
}
