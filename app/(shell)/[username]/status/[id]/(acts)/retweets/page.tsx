import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { UserList } from '@/components/users/user-list'
import { getWords } from '@/lib/http/look'
import { getViewer, show } from '@/lib/http/page'
import { listRetweetsOf } from '@/lib/retweets/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('tweets')
  return { title: t('whoRetweeted'), robots: { index: false } }
}

export default async function RetweetsOfTweetPage({ params, searchParams }: PageProps<'/[username]/status/[id]/retweets'>) {
  const { username, id } = await params
  const [t, viewer] = await Promise.all([getWords('tweets'), getViewer()])
  const page = await show(unlessStale(listRetweetsOf(viewer, id, await cursorOf(searchParams))))
  const empty = <EmptyState title={t('noRetweetsTitle')}>{t('noRetweetsText')}</EmptyState>
  return <UserList label={t('retweets')} path={`/${username}/status/${id}/retweets`} viewer={viewer} page={page} empty={empty} />
}
