'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import { usePoll } from '@/components/ui/use-poll'

type Unread = { count: number }

const UnreadContext = createContext(0)

/** Knows how many notifications are unread, for everything inside: what the server said, and what has come since. */
export function UnreadProvider({ unread, children }: { unread: Unread; children: ReactNode }) {
  const [polled, setPolled] = useState({ since: unread, count: unread.count })
  usePoll('/api/notifications/unread-count', unread, ({ count }: Unread, since) => setPolled({ since, count }))
  return <UnreadContext value={polled.since === unread ? polled.count : unread.count}>{children}</UnreadContext>
}

/** How many notifications are unread, in at most three characters; empty when none is. */
export function useUnread(): string {
  const count = useContext(UnreadContext)
  return count > 99 ? '99+' : count > 0 ? String(count) : ''
}
