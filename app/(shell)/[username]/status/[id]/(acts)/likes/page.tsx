import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { UserList } from '@/components/users/user-list'
import { getWords } from '@/lib/http/look'
import { getViewer, show } from '@/lib/http/page'
import { listLikesOf } from '@/lib/likes/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('tweets')
  return { title: t('whoLikes'), robots: { index: false } }
}

export default async function LikesOfTweetPage({ params, searchParams }: PageProps<'/[username]/status/[id]/likes'>) {
  const { username, id } = await params
  const [t, viewer] = await Promise.all([getWords('tweets'), getViewer()])
  const page = await show(unlessStale(listLikesOf(viewer, id, await cursorOf(searchParams))))
  const empty = <EmptyState title={t('noLikesTitle')}>{t('noLikesText')}</EmptyState>
  return <UserList label={t('likes')} path={`/${username}/status/${id}/likes`} viewer={viewer} page={page} empty={empty} />
}
