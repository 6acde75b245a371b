import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { EmptyState } from '@/components/ui/empty-state'
import { UserList } from '@/components/users/user-list'
import { getViewer, show } from '@/lib/http/page'
import { listLikesOf } from '@/lib/likes/queries'

export const metadata: Metadata = { title: 'Who likes this tweet', robots: { index: false } }

export default async function LikesOfTweetPage({ params, searchParams }: PageProps<'/[username]/status/[id]/likes'>) {
  const { username, id } = await params
  const viewer = await getViewer()
  const page = await show(unlessStale(listLikesOf(viewer, id, await cursorOf(searchParams))))
  const empty = <EmptyState title="No likes yet">Whoever likes this tweet is listed here.</EmptyState>
  return <UserList label="Likes" path={`/${username}/status/${id}/likes`} viewer={viewer} page={page} empty={empty} />
}
