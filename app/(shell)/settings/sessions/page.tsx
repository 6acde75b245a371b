import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { PageHeader } from '@/components/layout/page-header'
import { SessionList } from '@/components/sessions/session-list'
import { requireViewer } from '@/lib/http/page'
import { listSessions } from '@/lib/sessions/queries'

const PATH = '/settings/sessions'

export const metadata: Metadata = { title: 'Where you are signed in' }

export default async function SessionsPage({ searchParams }: PageProps<'/settings/sessions'>) {
  const viewer = await requireViewer(PATH)
  const page = await unlessStale(listSessions(viewer, await cursorOf(searchParams)))
  return (
    <>
      <PageHeader title="Where you are signed in" note={`@${viewer.username}`} back="/settings" />
      <SessionList path={PATH} page={page} />
    </>
  )
}
