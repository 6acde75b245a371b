import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { UserList } from '@/components/users/user-list'
import { getWords } from '@/lib/http/look'
import { getViewer, show } from '@/lib/http/page'
import { getUser, listFollowers } from '@/lib/users/queries'

export async function generateMetadata({ params }: PageProps<'/[username]/followers'>): Promise<Metadata> {
  const { name, username } = await show(getUser(await getViewer(), (await params).username))
  const t = await getWords('users')
  return { title: t('whoFollows', { name, username }), robots: { index: false } }
}

export default async function FollowersPage({ params, searchParams }: PageProps<'/[username]/followers'>) {
  const { username } = await params
  const viewer = await getViewer()
  const t = await getWords('users')
  const page = await show(unlessStale(listFollowers(viewer, username, await cursorOf(searchParams))))
  const empty = <EmptyState title={t('noFollowers')}>{t('noFollowersText', { username })}</EmptyState>
  return <UserList label={t('followers')} path={`/${username}/followers`} viewer={viewer} page={page} empty={empty} />
}
