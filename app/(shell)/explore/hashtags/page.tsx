import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { TrendList } from '@/components/hashtags/trend-list'
import { card } from '@/components/layout/metadata'
import { PageHeader } from '@/components/layout/page-header'
import { ShowMore } from '@/components/layout/show-more'
import { StaleLink } from '@/components/layout/stale-link'
import { EmptyState } from '@/components/ui/empty-state'
import { listTrending } from '@/lib/hashtags/queries'
import { getWords } from '@/lib/http/look'
import { getViewer } from '@/lib/http/page'

const PATH = '/explore/hashtags'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('explore')
  return card({ title: t('hashtags'), description: t('hashtagsAbout'), path: PATH })
}

export default async function HashtagsPage({ searchParams }: PageProps<'/explore/hashtags'>) {
  const t = await getWords('explore')
  const page = await unlessStale(listTrending(await getViewer(), await cursorOf(searchParams)))
  return (
    <>
      <PageHeader title={t('hashtags')} note={t('hashtagsNote')} back="/explore" />
      {!page && <StaleLink href={PATH} />}
      {page?.items.length === 0 && <EmptyState title={t('noHashtags')}>{t('noHashtagsText')}</EmptyState>}
      {page && <TrendList hashtags={page.items} />}
      {page && <ShowMore path={PATH} nextCursor={page.nextCursor} />}
    </>
  )
}
