import { Bookmark } from 'lucide'
import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { PageHeader } from '@/components/layout/page-header'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { listBookmarks } from '@/lib/bookmarks/queries'
import { getWords } from '@/lib/http/look'
import { requireViewer } from '@/lib/http/page'

export async function generateMetadata(): Promise<Metadata> {
  const layout = await getWords('layout')
  return { title: layout('bookmarks') }
}

export default async function BookmarksPage({ searchParams }: PageProps<'/bookmarks'>) {
  const viewer = await requireViewer('/bookmarks')
  const page = await unlessStale(listBookmarks(viewer, await cursorOf(searchParams)))
  const [t, layout] = await Promise.all([getWords('tweets'), getWords('layout')])
  const empty = (
    <EmptyState title={t('nothingKeptTitle')} icon={<Icon node={Bookmark} className="size-10" />}>
      {t('nothingKeptText')}
    </EmptyState>
  )
  return (
    <>
      <PageHeader title={layout('bookmarks')} note={t('onlyYou')} />
      <TweetList label={t('yourBookmarks')} path="/bookmarks" viewer={viewer} page={page} empty={empty} />
    </>
  )
}
