'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ComponentProps } from 'react'
import { Waiting } from '@/components/ui/waiting'

type Props = ComponentProps<typeof Link> & { href: string; here?: boolean | undefined }

/**
 * A link to one of our pages that knows when it is the page you are on, and shows that the page is on its way. Where the path alone
 * does not tell, `here` does.
 */
export function NavLink({ href, here: told, children, ...props }: Props) {
  const path = usePathname()
  const here = told ?? path.toLowerCase() === href.toLowerCase()
  return (
    <Link href={href} aria-current={here ? 'page' : undefined} {...props}>
      {children}
      <Waiting />
    </Link>
  )
}
