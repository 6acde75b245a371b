import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { UserList } from '@/components/users/user-list'
import { getViewer, show } from '@/lib/http/page'
import { getUser, listFollowing } from '@/lib/users/queries'

export async function generateMetadata({ params }: PageProps<'/[username]/following'>): Promise<Metadata> {
  const { name, username } = await show(getUser(await getViewer(), (await params).username))
  return { title: `Followed by ${name} (@${username})`, robots: { index: false } }
}

export default async function FollowingPage({ params, searchParams }: PageProps<'/[username]/following'>) {
  const { username } = await params
  const viewer = await getViewer()
  const page = await show(unlessStale(listFollowing(viewer, username, await cursorOf(searchParams))))
  const empty = <EmptyState title="Follows nobody yet">Whom @{username} follows is listed here.</EmptyState>
  return <UserList label="Following" path={`/${username}/following`} viewer={viewer} page={page} empty={empty} />
}
