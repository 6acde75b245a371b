import type { Metadata } from 'next'
import { Results } from '@/app/(shell)/search/results'
import { card } from '@/components/layout/metadata'
import { PageHeader } from '@/components/layout/page-header'
import { Hints } from '@/components/search/hints'
import { OperatorHelp } from '@/components/search/operator-help'
import { pathOf, SEARCH_TABS, type Search, tabOf } from '@/components/search/places'
import { SearchBox } from '@/components/search/search-box'
import { EmptyState } from '@/components/ui/empty-state'
import { Tabs } from '@/components/ui/tabs'
import { getWords, useWords } from '@/lib/http/look'
import { getViewer } from '@/lib/http/page'
import { parseSearch } from '@/lib/search/query'

type SearchParams = PageProps<'/search'>['searchParams']

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const [t, { q }] = await Promise.all([getWords('search'), searchOf(searchParams)])
  const title = q ? t('titleOf', { q: q.slice(0, 100) }) : t('title')
  return { ...card({ title, description: t('about'), path: '/search' }), robots: { index: false } }
}

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const [t, viewer, search] = await Promise.all([getWords('search'), getViewer(), searchOf(searchParams)])
  const tabs = SEARCH_TABS.map((tab) => ({ href: pathOf({ ...search, tab }), label: t(`tab.${tab}`), here: tab === search.tab }))
  return (
    <>
      <PageHeader title={t('title')} />
      <SearchBox className="px-4 py-3 lg:hidden" />
      {search.q && <Tabs label={t('tabs')} tabs={tabs} />}
      {!search.q && <Invitation />}
      <OperatorHelp username={viewer?.username} open={!search.q} />
      {search.q && <Hints hints={parseSearch(search.q.slice(0, 500)).hints} />}
      {search.q && <Results viewer={viewer} search={search} cursor={(await searchParams).cursor} />}
    </>
  )
}

async function searchOf(searchParams: SearchParams): Promise<Search> {
  const { q, tab } = await searchParams
  return { q: [q ?? ''].flat()[0]?.trim() ?? '', tab: tabOf(tab) }
}

function Invitation() {
  const t = useWords('search')
  return <EmptyState title={t('invitation')}>{t('invitationText')}</EmptyState>
}
