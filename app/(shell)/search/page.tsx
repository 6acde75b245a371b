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
import { getViewer } from '@/lib/http/page'
import { parseSearch } from '@/lib/search/query'

type SearchParams = PageProps<'/search'>['searchParams']

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const { q } = await searchOf(searchParams)
  const title = q ? `${q.slice(0, 100)} – Search` : 'Search'
  return { ...card({ title, description: 'Tweets, people and hashtags on Linnet.', path: '/search' }), robots: { index: false } }
}

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const search = await searchOf(searchParams)
  const viewer = await getViewer()
  const tabs = SEARCH_TABS.map(({ tab, label }) => ({ href: pathOf({ ...search, tab }), label, here: tab === search.tab }))
  return (
    <>
      <PageHeader title="Search" />
      <SearchBox className="px-4 py-3 lg:hidden" />
      {search.q && <Tabs label="What to find" tabs={tabs} />}
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
  return <EmptyState title="What are you looking for?">Words, a name or a #hashtag find what people write and who they are.</EmptyState>
}
