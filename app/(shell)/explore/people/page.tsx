import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { PageHeader } from '@/components/layout/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { UserList } from '@/components/users/user-list'
import { requireViewer } from '@/lib/http/page'
import { listSuggestions } from '@/lib/suggestions/queries'

const PATH = '/explore/people'

export const metadata: Metadata = { title: 'People to follow' }

export default async function PeoplePage({ searchParams }: PageProps<'/explore/people'>) {
  const viewer = await requireViewer(PATH)
  const page = await unlessStale(listSuggestions(viewer, await cursorOf(searchParams)))
  const empty = <EmptyState title="Nobody left to suggest">You follow everybody who wrote lately, and whom they follow.</EmptyState>
  return (
    <>
      <PageHeader title="People to follow" back="/explore" />
      <UserList label="People to follow" path={PATH} viewer={viewer} page={page} empty={empty} />
    </>
  )
}
