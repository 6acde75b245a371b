'use client'

import type { ComponentProps } from 'react'
import { useUnread } from '@/components/notifications/unread'
import { NavLink } from '@/components/ui/nav-link'

/** The link to the notifications; its name says how many are unread. */
export function UnreadLink({ label, ...props }: ComponentProps<typeof NavLink> & { label: string }) {
  const unread = useUnread()
  return <NavLink aria-label={unread ? `${label}, ${unread} unread` : label} {...props} />
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
