'use client'

import { type ReactNode, useEffect, useSyncExternalStore } from 'react'

const SHOWN_FOR_MS = 6000

type Message = { text: string; act: ReactNode; number: number }

let message: Message | null = null
let count = 0
const listeners = new Set<() => void>()

/**
 * Says what was done, to eyes and to screen readers, whatever becomes of the element that was clicked. With something to do about it, `act`, it
 * stays until something else is said.
 */
export function announce(text: string | null, act?: ReactNode) {
  count++
  message = text ? { text, act, number: count } : null
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where `announce` speaks; once in the layout. */
export function Announcer() {
  const said = useSyncExternalStore(
    subscribe,
    () => message,
    () => null,
  )
  useEffect(() => {
    if (!said || said.act) return
    const timer = setTimeout(() => announce(null), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <div role="status" className="announcer">
      {said && (
        // The same words again are spoken again, because they stand in an element of their own.
        <p key={said.number}>
          {said.text}
          {said.act}
        </p>
      )}
    </div>
  )
}
