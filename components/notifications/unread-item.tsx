'use client'

import { type ReactNode, useState } from 'react'

/** A notification in the list. One that was unread when the page was opened stays marked, and called so by its `label`, until the page is left. */
export function UnreadItem({ read, label, children }: { read: boolean; label: string; children: ReactNode }) {
  const [unread] = useState(!read)
  if (!unread) return <li>{children}</li>
  return (
    <li className="relative bg-accent-soft/50">
      <span className="absolute start-1.5 top-5.5 size-2 rounded-full bg-accent">
        <span className="sr-only">{label}</span>
      </span>
      {children}
    </li>
  )
}
