import { Feather } from 'lucide-react'
import Link from 'next/link'
import { placesOf } from '@/components/layout/places'
import { NavLink } from '@/components/ui/nav-link'
import type { Viewer } from '@/lib/auth/viewer'

/** The navigation at the foot of a phone, with the button to write above it. */
export function TabBar({ viewer }: { viewer: Viewer | null }) {
  return (
    <div className="fixed inset-x-0 bottom-0 z-30 md:hidden">
      {viewer && (
        <Link
          href="/compose"
          className="absolute end-4 bottom-full mb-4 grid size-14 place-items-center rounded-full bg-accent text-accent-ink shadow-lg focus-visible:rounded-full"
        >
          <Feather aria-hidden="true" className="size-6" />
          <span className="sr-only">Tweet</span>
        </Link>
      )}
      <nav aria-label="Main" className="border-line border-t bg-canvas pb-[env(safe-area-inset-bottom)]">
        <ul className="flex">
          {placesOf(viewer).map(({ href, label, icon: Icon }) => (
            <li key={href} className="flex-1">
              <NavLink
                href={href}
                className="group flex h-13 flex-col items-center justify-center gap-0.5 text-ink-muted text-xs focus-visible:-outline-offset-2 aria-[current=page]:font-semibold aria-[current=page]:text-ink"
              >
                <Icon aria-hidden="true" className="size-5.5 group-aria-[current=page]:text-accent" />
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
