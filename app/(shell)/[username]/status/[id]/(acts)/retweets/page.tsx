import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { UserList } from '@/components/users/user-list'
import { getViewer, show } from '@/lib/http/page'
import { listRetweetsOf } from '@/lib/retweets/queries'

export const metadata: Metadata = { title: 'Who retweeted this tweet', robots: { index: false } }

export default async function RetweetsOfTweetPage({ params, searchParams }: PageProps<'/[username]/status/[id]/retweets'>) {
  const { username, id } = await params
  const viewer = await getViewer()
  const page = await show(unlessStale(listRetweetsOf(viewer, id, await cursorOf(searchParams))))
  const empty = <EmptyState title="No retweets yet">Whoever retweets this tweet is listed here.</EmptyState>
  return <UserList label="Retweets" path={`/${username}/status/${id}/retweets`} viewer={viewer} page={page} empty={empty} />
}
