import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { PageHeader } from '@/components/layout/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { PersonControl } from '@/components/users/person-control'
import { UserList } from '@/components/users/user-list'
import { getWords } from '@/lib/http/look'
import { requireViewer } from '@/lib/http/page'
import { listMuted } from '@/lib/mutes/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('settings')
  return { title: t('mutes') }
}

export default async function MutesPage({ searchParams }: PageProps<'/settings/mutes'>) {
  const viewer = await requireViewer('/settings/mutes')
  const t = await getWords('settings')
  const page = await unlessStale(listMuted(viewer, await cursorOf(searchParams)))
  return (
    <>
      <PageHeader title={t('mutes')} back="/settings" />
      <UserList
        label={t('mutes')}
        path="/settings/mutes"
        viewer={viewer}
        page={page}
        empty={<EmptyState title={t('noMutes')}>{t('noMutesText')}</EmptyState>}
        control={({ username }) => <PersonControl act="mute" username={username} on variant="secondary" />}
      />
    </>
  )
}
