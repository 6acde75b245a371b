import { AppShell } from '@/components/layout/app-shell'
import { PinnedProvider } from '@/components/tweets/pinned'
import { getViewer } from '@/lib/http/page'
import { countUnread } from '@/lib/notifications/queries'
import { findPinnedId } from '@/lib/pins/queries'

export default async function ShellLayout({ children }: { children: React.ReactNode }) {
  const viewer = await getViewer()
  const [unread, pinnedId] = viewer ? await Promise.all([countUnread(viewer), findPinnedId(viewer.id)]) : [null, null]
  return (
    <AppShell viewer={viewer} unread={unread}>
      <PinnedProvider id={pinnedId}>{children}</PinnedProvider>
    </AppShell>
  )
}
