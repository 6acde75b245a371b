import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { getViewer, show } from '@/lib/http/page'
import { listQuotes } from '@/lib/tweets/queries'

export const metadata: Metadata = { title: 'Who quotes this tweet', robots: { index: false } }

export default async function QuotesOfTweetPage({ params, searchParams }: PageProps<'/[username]/status/[id]/quotes'>) {
  const { username, id } = await params
  const viewer = await getViewer()
  const page = await show(unlessStale(listQuotes(viewer, id, await cursorOf(searchParams))))
  const empty = <EmptyState title="No quotes yet">Tweets that quote this one are listed here.</EmptyState>
  return <TweetList label="Quotes" path={`/${username}/status/${id}/quotes`} viewer={viewer} page={page} empty={empty} />
}
