import type { ReactNode } from 'react'
import { BackLink } from '@/components/layout/back-link'

type Props = { title: ReactNode; note?: ReactNode; back?: string; children?: ReactNode }

/** The head of a page: its title, a way back, and what belongs to all of it. Stays in sight. */
export function PageHeader({ title, note, back, children }: Props) {
  return (
    <div className="sticky top-0 z-20 border-line border-b bg-canvas">
      <div className="flex min-h-14 items-center gap-2 px-4">
        {back && <BackLink href={back} />}
        <div className="min-w-0 flex-1">
          <h1 className="truncate font-bold text-lg leading-6">{title}</h1>
          {note && <p className="truncate text-ink-muted text-sm leading-5">{note}</p>}
        </div>
        {children}
      </div>
    </div>
  )
}
