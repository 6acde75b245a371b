'use client'

import { Feather } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** Pages that are forms, whose buttons it would cover. */
const FORMS = /^\/(settings|compose|report|moderation)(\/|$)|\/(block|delete)$/

/** On a phone, the button to write that floats above the page. */
export function ComposeButton() {
  if (FORMS.test(usePathname())) return null
  return (
    <Link
      href="/compose"
      className="absolute end-4 bottom-full mb-4 grid size-14 place-items-center rounded-full bg-accent text-accent-ink shadow-lg focus-visible:rounded-full"
    >
      <Feather aria-hidden="true" className="size-6" />
      <span className="sr-only">Tweet</span>
    </Link>
  )
}
