import type { Metadata } from 'next'
import { AppShell } from '@/components/layout/app-shell'
import { Lost } from '@/components/layout/lost'
import { getWords } from '@/lib/http/look'
import { getViewer } from '@/lib/http/page'
import { countUnread } from '@/lib/notifications/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('layout')
  // The layout's template is not for pages that are not.
  return { title: { absolute: `${t('notFound')} · Linnet` } }
}

export default async function NotFound() {
  const viewer = await getViewer()
  return (
    <AppShell viewer={viewer} unread={viewer && (await countUnread(viewer))} trends={[]}>
      <Lost />
    </AppShell>
  )
}
