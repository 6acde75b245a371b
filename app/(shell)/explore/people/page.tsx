import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { PageHeader } from '@/components/layout/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { UserList } from '@/components/users/user-list'
import { getWords } from '@/lib/http/look'
import { requireViewer } from '@/lib/http/page'
import { listSuggestions } from '@/lib/suggestions/queries'

const PATH = '/explore/people'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('explore')
  return { title: t('people') }
}

export default async function PeoplePage({ searchParams }: PageProps<'/explore/people'>) {
  const t = await getWords('explore')
  const viewer = await requireViewer(PATH)
  const page = await unlessStale(listSuggestions(viewer, await cursorOf(searchParams)))
  const empty = <EmptyState title={t('noPeople')}>{t('noPeopleText')}</EmptyState>
  return (
    <>
      <PageHeader title={t('people')} back="/explore" />
      <UserList label={t('people')} path={PATH} viewer={viewer} page={page} empty={empty} />
    </>
  )
}
