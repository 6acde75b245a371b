'use client'

import { useUnread } from '@/components/notifications/unread'

/** How many notifications are unread, as the end of the name of the link to them; `word` is what they are called. */
export function UnreadCount({ word }: { word: string }) {
  const unread = useUnread()
  if (!unread) return null
  return (
    <span className="sr-only">
      {unread} {word}
    </span>
  )
}

/** How many notifications are unread, on the icon of that link. */
export function UnreadBadge() {
  const unread = useUnread()
  if (!unread) return null
  return (
    <span
      aria-hidden="true"
      className="absolute start-full -top-1.5 -ms-3 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 font-bold text-[0.6875rem] text-accent-ink tabular-nums leading-none ring-2 ring-canvas"
    >
      {unread}
    </span>
  )
}
