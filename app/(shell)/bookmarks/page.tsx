import { Bookmark } from 'lucide'
import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { PageHeader } from '@/components/layout/page-header'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { listBookmarks } from '@/lib/bookmarks/queries'
import { requireViewer } from '@/lib/http/page'

export const metadata: Metadata = { title: 'Bookmarks' }

export default async function BookmarksPage({ searchParams }: PageProps<'/bookmarks'>) {
  const viewer = await requireViewer('/bookmarks')
  const page = await unlessStale(listBookmarks(viewer, await cursorOf(searchParams)))
  const empty = (
    <EmptyState title="Nothing kept yet" icon={<Icon node={Bookmark} className="size-10" />}>
      Bookmark a tweet to find it again here. Nobody else sees what you keep.
    </EmptyState>
  )
  return (
    <>
      <PageHeader title="Bookmarks" note="Only you see what you keep" />
      <TweetList label="Your bookmarks" path="/bookmarks" viewer={viewer} page={page} empty={empty} />
    </>
  )
}
