import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { getWords } from '@/lib/http/look'
import { getViewer, show } from '@/lib/http/page'
import { listQuotes } from '@/lib/tweets/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('tweets')
  return { title: t('whoQuotes'), robots: { index: false } }
}

export default async function QuotesOfTweetPage({ params, searchParams }: PageProps<'/[username]/status/[id]/quotes'>) {
  const { username, id } = await params
  const [t, viewer] = await Promise.all([getWords('tweets'), getViewer()])
  const page = await show(unlessStale(listQuotes(viewer, id, await cursorOf(searchParams))))
  const empty = <EmptyState title={t('noQuotesTitle')}>{t('noQuotesText')}</EmptyState>
  return <TweetList label={t('quotes')} path={`/${username}/status/${id}/quotes`} viewer={viewer} page={page} empty={empty} />
}
