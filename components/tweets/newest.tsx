'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { createContext, type ReactNode, useContext, useState } from 'react'

type Newest = { since: string; asked: number; ask: () => void }

const NewestContext = createContext<Newest>({ since: '', asked: 0, ask: () => {} })

/**
 * Holds where the list inside has its newest end. An act may bring the page anew with a newer `since`; the list and what counts the news
 * stay at the one that was shown, until one asks for the newest or goes to another page.
 */
export function NewestProvider({ since, children }: { since: string; children: ReactNode }) {
  const place = `${usePathname()}?${useSearchParams()}`
  const [asked, setAsked] = useState(0)
  const [shown, show] = useState({ place, asked, since })
  if (shown.place !== place || (shown.asked !== asked && shown.since !== since)) show({ place, asked, since })
  return <NewestContext value={{ since: shown.since, asked, ask: () => setAsked((times) => times + 1) }}>{children}</NewestContext>
}

/** The newest end of the list as it is shown, how often one asked for what is newer, and how to ask. */
export function useNewest(): Newest {
  return useContext(NewestContext)
}
