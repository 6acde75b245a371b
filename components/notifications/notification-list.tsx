import { Bell } from 'lucide'
import { ShowMore } from '@/components/layout/show-more'
import { StaleLink } from '@/components/layout/stale-link'
import { NotificationCard } from '@/components/notifications/notification-card'
import { UnreadItem } from '@/components/notifications/unread-item'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { useWords } from '@/lib/http/look'
import type { Notification } from '@/lib/notifications/schema'
import type { Page } from '@/lib/page'

/** A page of notifications. No page means that the link to it is stale. */
export function NotificationList({ page }: { page: Page<Notification> | null }) {
  const t = useWords('notifications')
  if (!page) return <StaleLink href="/notifications" />
  if (page.items.length === 0) {
    return (
      <EmptyState title={t('empty')} icon={<Icon node={Bell} className="size-10" />}>
        {t('emptyText')}
      </EmptyState>
    )
  }
  return (
    <section aria-label={t('title')}>
      <ol>
        {page.items.map((notification) => (
          <UnreadItem key={notification.id} read={notification.read} label={t('new')}>
            <NotificationCard notification={notification} />
          </UnreadItem>
        ))}
      </ol>
      <ShowMore path="/notifications" nextCursor={page.nextCursor} />
    </section>
  )
}
