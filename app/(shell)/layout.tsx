import { AppShell } from '@/components/layout/app-shell'
import { ViewerMark } from '@/components/offline/viewer-mark'
import { PinnedProvider } from '@/components/tweets/pinned'
import { listTrending } from '@/lib/hashtags/queries'
import { getViewer } from '@/lib/http/page'
import { countUnread } from '@/lib/notifications/queries'
import { findPinnedId } from '@/lib/pins/queries'

export default async function ShellLayout({ children, dialog }: LayoutProps<'/'> & { dialog: React.ReactNode }) {
  const viewer = await getViewer()
  const [trends, unread, pinnedId] = await Promise.all([
    listTrending(viewer, { limit: 5 }),
    viewer && countUnread(viewer),
    viewer && findPinnedId(viewer.id),
  ])
  return (
    <AppShell viewer={viewer} unread={unread} trends={trends.items}>
      <ViewerMark viewer={viewer} />
      <PinnedProvider id={pinnedId}>
        {children}
        {dialog}
      </PinnedProvider>
    </AppShell>
  )
}
