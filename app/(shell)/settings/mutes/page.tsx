import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { PageHeader } from '@/components/layout/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { PersonSwitch } from '@/components/users/person-switch'
import { UserList } from '@/components/users/user-list'
import { requireViewer } from '@/lib/http/page'
import { listMuted } from '@/lib/mutes/queries'

export const metadata: Metadata = { title: 'Muted accounts' }

export default async function MutesPage({ searchParams }: PageProps<'/settings/mutes'>) {
  const viewer = await requireViewer('/settings/mutes')
  const page = await unlessStale(listMuted(viewer, await cursorOf(searchParams)))
  return (
    <>
      <PageHeader title="Muted accounts" back="/settings" />
      <UserList
        label="Muted accounts"
        path="/settings/mutes"
        viewer={viewer}
        page={page}
        empty={<EmptyState title="You mute nobody">Whom you mute from their profile is listed here.</EmptyState>}
        control={({ username }) => <PersonSwitch act="mute" username={username} on variant="secondary" />}
      />
    </>
  )
}
