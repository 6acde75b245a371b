import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { card } from '@/components/layout/metadata'
import { PageHeader } from '@/components/layout/page-header'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { getViewer } from '@/lib/http/page'
import { listPublic } from '@/lib/timelines/queries'

export const metadata: Metadata = card({ title: 'Explore', description: 'The newest tweets of everybody on Linnet.', path: '/explore' })

export default async function ExplorePage({ searchParams }: PageProps<'/explore'>) {
  const viewer = await getViewer()
  const page = await unlessStale(listPublic(viewer, await cursorOf(searchParams)))
  return (
    <>
      <PageHeader title="Explore" note="The newest tweets of everybody" />
      <TweetList
        label="Newest tweets"
        path="/explore"
        viewer={viewer}
        page={page}
        empty={<EmptyState title="Nobody has written anything yet">The first tweet could be yours.</EmptyState>}
      />
    </>
  )
}
