import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { UserList } from '@/components/users/user-list'
import { getWords } from '@/lib/http/look'
import { getViewer, show } from '@/lib/http/page'
import { getUser, listFollowing } from '@/lib/users/queries'

export async function generateMetadata({ params }: PageProps<'/[username]/following'>): Promise<Metadata> {
  const { name, username } = await show(getUser(await getViewer(), (await params).username))
  const t = await getWords('users')
  return { title: t('followedBy', { name, username }), robots: { index: false } }
}

export default async function FollowingPage({ params, searchParams }: PageProps<'/[username]/following'>) {
  const { username } = await params
  const viewer = await getViewer()
  const t = await getWords('users')
  const page = await show(unlessStale(listFollowing(viewer, username, await cursorOf(searchParams))))
  const empty = <EmptyState title={t('noFollowing')}>{t('noFollowingText', { username })}</EmptyState>
  return <UserList label={t('following')} path={`/${username}/following`} viewer={viewer} page={page} empty={empty} />
}
