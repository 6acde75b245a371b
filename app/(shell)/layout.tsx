import { AppShell } from '@/components/layout/app-shell'
import { getViewer } from '@/lib/http/page'
import { countUnread } from '@/lib/notifications/queries'

export default async function ShellLayout({ children }: { children: React.ReactNode }) {
  const viewer = await getViewer()
  return (
    <AppShell viewer={viewer} unread={viewer && (await countUnread(viewer))}>
      {children}
    </AppShell>
  )
}
