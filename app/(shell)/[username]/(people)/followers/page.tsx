import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { UserList } from '@/components/users/user-list'
import { getViewer, show } from '@/lib/http/page'
import { getUser, listFollowers } from '@/lib/users/queries'

export async function generateMetadata({ params }: PageProps<'/[username]/followers'>): Promise<Metadata> {
  const { name, username } = await show(getUser(await getViewer(), (await params).username))
  return { title: `Who follows ${name} (@${username})`, robots: { index: false } }
}

export default async function FollowersPage({ params, searchParams }: PageProps<'/[username]/followers'>) {
  const { username } = await params
  const viewer = await getViewer()
  const page = await show(unlessStale(listFollowers(viewer, username, await cursorOf(searchParams))))
  const empty = <EmptyState title="No followers yet">Whoever follows @{username} is listed here.</EmptyState>
  return <UserList label="Followers" path={`/${username}/followers`} viewer={viewer} page={page} empty={empty} />
}
