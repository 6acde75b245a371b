'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** Types the text into the field within, as a person would, unless something stands there. */
export function Typed({ text, children }: { text: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const field = box.current?.querySelector('textarea')
    if (!field || field.value) return
    field.value = text
    // Nothing is to be completed.
    field.setSelectionRange(0, 0)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }, [text])
  return <div ref={box}>{children}</div>
}
