import type { ReactNode } from 'react'
import look from '@/components/styleguide/styleguide.module.css'

type PartProps = {
  id: string
  title: string
  /** Where it is written. */
  from: string
  children: ReactNode
}

/** One thing with all its states, under a heading that can be linked to. */
export function Part({ id, title, from, children }: PartProps) {
  return (
    <section id={id} className={look.part}>
      <h3 className="font-bold text-lg">
        <a href={`#${id}`} className="hover:underline">
          {title}
        </a>
      </h3>
      <p className="font-mono text-ink-muted text-sm [overflow-wrap:anywhere]">{from}</p>
      {children}
    </section>
  )
}

/** Specimens below each other, and on wide screens in so many columns. */
export function Specimens({ columns, children }: { columns?: 2 | 3; children: ReactNode }) {
  return (
    <div className={look.specimens} data-columns={columns}>
      {children}
    </div>
  )
}

type SpecimenProps = {
  /** The state that it shows. */
  name: ReactNode
  /** Whether it reaches to the edges of its frame, as in a page's column. */
  flush?: boolean
  children: ReactNode
}

/** A state of something, framed and named. Nothing that is pressed in it leaves the page. */
export function Specimen({ name, flush = false, children }: SpecimenProps) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 text-ink-muted text-sm">{name}</figcaption>
      <div data-specimen="" data-padded={flush ? undefined : ''} className={look.frame}>
        {children}
      </div>
    </figure>
  )
}

/** Things side by side in a specimen. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>
}
