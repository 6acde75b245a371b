'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ComponentProps } from 'react'
import { Waiting } from '@/components/ui/waiting'

/** A link to one of our pages that knows when it is the page you are on, and shows that the page is on its way. */
export function NavLink({ href, children, ...props }: ComponentProps<typeof Link> & { href: string }) {
  const here = usePathname().toLowerCase() === href.toLowerCase()
  return (
    <Link href={href} aria-current={here ? 'page' : undefined} {...props}>
      {children}
      <Waiting />
    </Link>
  )
}
