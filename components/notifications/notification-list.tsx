import { Bell } from 'lucide'
import { ShowMore } from '@/components/layout/show-more'
import { StaleLink } from '@/components/layout/stale-link'
import { NotificationCard } from '@/components/notifications/notification-card'
import { UnreadItem } from '@/components/notifications/unread-item'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import type { Notification } from '@/lib/notifications/schema'
import type { Page } from '@/lib/page'

/** A page of notifications. No page means that the link to it is stale. */
export function NotificationList({ page }: { page: Page<Notification> | null }) {
  if (!page) return <StaleLink href="/notifications" />
  if (page.items.length === 0) {
    return (
      <EmptyState title="Nobody has called yet" icon={<Icon node={Bell} className="size-10" />}>
        When somebody likes, retweets, quotes or answers what you write, mentions you or follows you, it is told here.
      </EmptyState>
    )
  }
  return (
    <section aria-label="Notifications">
      <ol>
        {page.items.map((notification) => (
          <UnreadItem key={notification.id} read={notification.read}>
            <NotificationCard notification={notification} />
          </UnreadItem>
        ))}
      </ol>
      <ShowMore path="/notifications" nextCursor={page.nextCursor} />
    </section>
  )
}
