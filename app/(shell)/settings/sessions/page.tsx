import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { PageHeader } from '@/components/layout/page-header'
import { SessionList } from '@/components/sessions/session-list'
import { getWords } from '@/lib/http/look'
import { requireViewer } from '@/lib/http/page'
import { listSessions } from '@/lib/sessions/queries'

const PATH = '/settings/sessions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('settings')
  return { title: t('sessions') }
}

export default async function SessionsPage({ searchParams }: PageProps<'/settings/sessions'>) {
  const viewer = await requireViewer(PATH)
  const t = await getWords('settings')
  const page = await unlessStale(listSessions(viewer, await cursorOf(searchParams)))
  return (
    <>
      <PageHeader title={t('sessions')} note={<bdi>@{viewer.username}</bdi>} back="/settings" />
      <SessionList path={PATH} page={page} />
    </>
  )
}
