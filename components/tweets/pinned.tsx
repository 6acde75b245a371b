'use client'

import { createContext, type ReactNode, use } from 'react'

const PinnedId = createContext<string | null>(null)

/** Lets every tweet below know which one the viewer pinned to their own profile. */
export function PinnedProvider({ id, children }: { id: string | null; children: ReactNode }) {
  return <PinnedId value={id}>{children}</PinnedId>
}

/** The id of the tweet that the viewer pinned, or null. */
export function usePinnedId(): string | null {
  return use(PinnedId)
}
