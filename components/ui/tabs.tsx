import { NavLink } from '@/components/ui/nav-link'

type Props = { label: string; tabs: { href: string; label: string; here?: boolean }[] }

/** Pages of one thing side by side, as links; the one you are on is marked. */
export function Tabs({ label, tabs }: Props) {
  return (
    <nav aria-label={label} className="border-line border-b">
      <ul className="flex">
        {tabs.map((tab) => (
          <li key={tab.href} className="flex-1">
            <NavLink
              href={tab.href}
              here={tab.here}
              className="group flex min-h-touch items-center justify-center px-2 font-medium text-ink-muted transition-colors hover:bg-surface hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:text-ink"
            >
              <span className="relative py-3 after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:rounded-full group-aria-[current=page]:after:bg-accent">
                {tab.label}
              </span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
