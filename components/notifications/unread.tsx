'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { usePoll } from '@/components/ui/use-poll'

type Unread = { count: number }

const UnreadContext = createContext(0)

/** Knows how many notifications are unread, for everything inside: what the server said, and what has come since. */
export function UnreadProvider({ unread, children }: { unread: Unread; children: ReactNode }) {
  const [polled, setPolled] = useState({ since: unread, count: unread.count })
  usePoll('/api/notifications/unread-count', unread, ({ count }: Unread, since) => setPolled({ since, count }))
  const count = polled.since === unread ? polled.count : unread.count
  useEffect(() => titled(inWords(count)), [count])
  return <UnreadContext value={count}>{children}</UnreadContext>
}

/** How many notifications are unread, in at most three characters; empty when none is. */
export function useUnread(): string {
  return inWords(useContext(UnreadContext))
}

function inWords(count: number): string {
  return count > 99 ? '99+' : count > 0 ? String(count) : ''
}

/** Has every page's title begin with `(3)`, where a tab shows it, until what is returned is called. */
function titled(unread: string): () => void {
  function write() {
    const title = `${unread && `(${unread}) `}${document.title.replace(/^\(\d+\+?\) /, '')}`
    if (document.title !== title) document.title = title
  }
  write()
  const titles = new MutationObserver(write)
  titles.observe(document.head, { childList: true, subtree: true, characterData: true })
  return () => titles.disconnect()
}
