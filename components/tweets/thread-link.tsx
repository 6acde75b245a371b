import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Link } from '@/components/ui/link'

/** Leads to a part of a conversation that is not on this page. */
export function ThreadLink({ href, small = false, children }: { href: string; small?: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      className={cn(
        'flex min-h-touch items-center pe-4 text-accent text-sm transition-colors hover:bg-surface hover:underline focus-visible:-outline-offset-2',
        small ? 'ps-12.5' : 'ps-17',
      )}
    >
      {children}
    </Link>
  )
}
