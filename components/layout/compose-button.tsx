'use client'

import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { usePage } from '@/components/ui/use-page'

/** Pages with forms of their own, whose buttons it would cover. */
const FORMS = /^\/(settings|compose|report|moderation)(\/|$)|\/(block|delete)$|\/status\//

/** On a phone, the button to write that floats above the page. */
export function ComposeButton({ children }: { children: ReactNode }) {
  if (FORMS.test(usePage())) return null
  return (
    <Link
      href="/compose"
      data-key="n"
      className="absolute end-4 bottom-full mb-4 grid size-14 place-items-center rounded-full bg-accent text-accent-ink shadow-lg focus-visible:rounded-full"
    >
      {children}
    </Link>
  )
}
