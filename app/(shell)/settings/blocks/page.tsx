import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { PageHeader } from '@/components/layout/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { PersonControl } from '@/components/users/person-control'
import { UserList } from '@/components/users/user-list'
import { listBlocked } from '@/lib/blocks/queries'
import { getWords } from '@/lib/http/look'
import { requireViewer } from '@/lib/http/page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('settings')
  return { title: t('blocks') }
}

export default async function BlocksPage({ searchParams }: PageProps<'/settings/blocks'>) {
  const viewer = await requireViewer('/settings/blocks')
  const t = await getWords('settings')
  const page = await unlessStale(listBlocked(viewer, await cursorOf(searchParams)))
  return (
    <>
      <PageHeader title={t('blocks')} back="/settings" />
      <UserList
        label={t('blocks')}
        path="/settings/blocks"
        viewer={viewer}
        page={page}
        empty={<EmptyState title={t('noBlocks')}>{t('noBlocksText')}</EmptyState>}
        control={({ username }) => <PersonControl act="block" username={username} on variant="secondary" />}
      />
    </>
  )
}
