import type { ReactNode } from 'react'
import type { placesOf } from '@/components/layout/places'
import { UnreadBadge, UnreadCount } from '@/components/notifications/unread-badge'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'
import { NavLink } from '@/components/ui/nav-link'
import { useWords } from '@/lib/http/look'

type Props = { place: ReturnType<typeof placesOf>[number]; className: string; iconClassName: string; children: ReactNode; title?: string }

/** The link to a place in the navigation: its icon, and `children` as its label. */
export function PlaceLink({ place: { href, icon, go, unread }, iconClassName, children, ...props }: Props) {
  const t = useWords('notifications')
  return (
    <NavLink href={href} data-key={`g ${go}`} {...props}>
      <span className="relative shrink-0">
        <Icon node={icon} className={cn('group-aria-[current=page]:text-accent', iconClassName)} />
        {unread && <UnreadBadge />}
      </span>
      {children}
      {unread && <UnreadCount word={t('unread')} />}
    </NavLink>
  )
}
