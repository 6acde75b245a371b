'use client'

import { useLinkStatus } from 'next/link'

/** Inside a link: a thin bar at the top of the window while the link's page is on its way. */
export function Waiting() {
  const { pending } = useLinkStatus()
  if (!pending) return null
  return (
    <span aria-hidden="true" className="pending fixed inset-x-0 top-0 z-50 block h-0.5 overflow-hidden">
      <span className="block h-full w-full animate-pulse bg-accent" />
    </span>
  )
}
