import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { PageHeader } from '@/components/layout/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { PersonSwitch } from '@/components/users/person-switch'
import { UserList } from '@/components/users/user-list'
import { listBlocked } from '@/lib/blocks/queries'
import { requireViewer } from '@/lib/http/page'

export const metadata: Metadata = { title: 'Blocked accounts' }

export default async function BlocksPage({ searchParams }: PageProps<'/settings/blocks'>) {
  const viewer = await requireViewer('/settings/blocks')
  const page = await unlessStale(listBlocked(viewer, await cursorOf(searchParams)))
  return (
    <>
      <PageHeader title="Blocked accounts" back="/settings" />
      <UserList
        label="Blocked accounts"
        path="/settings/blocks"
        viewer={viewer}
        page={page}
        empty={<EmptyState title="You block nobody">Whom you block from their profile is listed here.</EmptyState>}
        control={({ username }) => <PersonSwitch act="block" username={username} on variant="secondary" />}
      />
    </>
  )
}
