import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { TrendList } from '@/components/hashtags/trend-list'
import { card } from '@/components/layout/metadata'
import { PageHeader } from '@/components/layout/page-header'
import { ShowMore } from '@/components/layout/show-more'
import { StaleLink } from '@/components/layout/stale-link'
import { EmptyState } from '@/components/ui/empty-state'
import { listTrending } from '@/lib/hashtags/queries'
import { getViewer } from '@/lib/http/page'

const PATH = '/explore/hashtags'

export const metadata: Metadata = card({
  title: 'Hashtags',
  description: 'The hashtags that more different people use today than in the days before.',
  path: PATH,
})

export default async function HashtagsPage({ searchParams }: PageProps<'/explore/hashtags'>) {
  const page = await unlessStale(listTrending(await getViewer(), await cursorOf(searchParams)))
  return (
    <>
      <PageHeader title="Hashtags" note="Ranked by how many different people use them, compared to the days before" back="/explore" />
      {!page && <StaleLink href={PATH} />}
      {page?.items.length === 0 && <EmptyState title="Nobody uses a hashtag yet">Put one in a tweet, and it is listed here.</EmptyState>}
      {page && <TrendList hashtags={page.items} />}
      {page && <ShowMore path={PATH} nextCursor={page.nextCursor} />}
    </>
  )
}
