import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

type Props = { id: string; title: string; more?: { href: string; label: string } | undefined; className?: string; children: ReactNode }

/** The beginning of a list under its own heading, and the way to all of it. */
export function Excerpt({ id, title, more, className, children }: Props) {
  return (
    <section aria-labelledby={id} className={className}>
      <h2 id={id} className="px-4 pt-3 pb-1 font-bold text-lg">
        {title}
      </h2>
      {children}
      {more && (
        <Link
          href={more.href}
          className="flex min-h-touch items-center px-4 text-accent text-sm hover:bg-surface hover:underline focus-visible:-outline-offset-2"
        >
          {more.label}
        </Link>
      )}
    </section>
  )
}
