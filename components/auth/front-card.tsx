import type { ReactNode } from 'react'

/** The box in the middle of the page in which one signs in or up, with the way to the other below. */
export function FrontCard({ title, children, other }: { title: string; children: ReactNode; other: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-md px-4 py-8">
      <h1 className="mb-6 font-bold text-3xl tracking-tight">{title}</h1>
      {children}
      <p className="mt-6 text-ink-muted">{other}</p>
    </div>
  )
}
