'use client'

import type { ComponentProps } from 'react'
import { Link } from '@/components/ui/link'
import { usePage } from '@/components/ui/use-page'

type Props = ComponentProps<typeof Link> & { href: string; here?: boolean | undefined }

/**
 * A link to one of our pages that knows when it is the page you are on. Where the path alone does not tell, `here` does.
 */
export function NavLink({ href, here: told, children, ...props }: Props) {
  const path = usePage()
  const here = told ?? path.toLowerCase() === href.toLowerCase()
  return (
    <Link href={href} aria-current={here ? 'page' : undefined} {...props}>
      {children}
    </Link>
  )
}
