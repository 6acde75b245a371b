import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { PageHeader } from '@/components/layout/page-header'
import { MarkRead } from '@/components/notifications/mark-read'
import { NotificationList } from '@/components/notifications/notification-list'
import { getWords } from '@/lib/http/look'
import { requireViewer } from '@/lib/http/page'
import { listNotifications } from '@/lib/notifications/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('notifications')
  return { title: t('title') }
}

export default async function NotificationsPage({ searchParams }: PageProps<'/notifications'>) {
  const t = await getWords('notifications')
  const viewer = await requireViewer('/notifications')
  const from = await cursorOf(searchParams)
  const page = await unlessStale(listNotifications(viewer, from))
  const newest = from.cursor === undefined && page?.items.find(({ read }) => !read)
  return (
    <>
      <PageHeader title={t('title')}>{newest && <MarkRead upTo={newest.id} label={t('markRead')} />}</PageHeader>
      <NotificationList page={page} />
    </>
  )
}
