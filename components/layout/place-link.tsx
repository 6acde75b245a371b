import type { ReactNode } from 'react'
import type { placesOf } from '@/components/layout/places'
import { UnreadBadge, UnreadLink } from '@/components/notifications/unread-link'
import { cn } from '@/components/ui/cn'
import { NavLink } from '@/components/ui/nav-link'

type Props = { place: ReturnType<typeof placesOf>[number]; className: string; iconClassName: string; children: ReactNode; title?: string }

/** The link to a place in the navigation: its icon, and `children` as its label. */
export function PlaceLink({ place: { href, label, icon: Icon, unread }, iconClassName, children, ...props }: Props) {
  const content = (
    <>
      <span className="relative shrink-0">
        <Icon aria-hidden="true" className={cn('group-aria-[current=page]:text-accent', iconClassName)} />
        {unread && <UnreadBadge />}
      </span>
      {children}
    </>
  )
  return unread ? (
    <UnreadLink href={href} label={label} {...props}>
      {content}
    </UnreadLink>
  ) : (
    <NavLink href={href} {...props}>
      {content}
    </NavLink>
  )
}
