import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { FollowHashtagControl } from '@/components/hashtags/follow-hashtag-control'
import { HashtagList } from '@/components/hashtags/hashtag-list'
import { PageHeader } from '@/components/layout/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { listFollowedHashtags } from '@/lib/hashtags/queries'
import { getWords } from '@/lib/http/look'
import { requireViewer } from '@/lib/http/page'

const PATH = '/settings/hashtags'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('settings')
  return { title: t('hashtags') }
}

export default async function FollowedHashtagsPage({ searchParams }: PageProps<'/settings/hashtags'>) {
  const viewer = await requireViewer(PATH)
  const t = await getWords('settings')
  const page = await unlessStale(listFollowedHashtags(viewer, await cursorOf(searchParams)))
  const empty = <EmptyState title={t('noHashtags')}>{t('noHashtagsText')}</EmptyState>
  return (
    <>
      <PageHeader title={t('hashtags')} back="/settings" />
      <HashtagList path={PATH} page={page} empty={empty} control={(hashtag) => <FollowHashtagControl hashtag={hashtag} />} />
    </>
  )
}
