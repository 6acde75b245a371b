import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { card } from '@/components/layout/metadata'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { getViewer, show } from '@/lib/http/page'
import { listTweetsOf } from '@/lib/tweets/queries'
import { getUser } from '@/lib/users/queries'

export async function generateMetadata({ params }: PageProps<'/[username]/likes'>): Promise<Metadata> {
  const { name, username } = await show(getUser(await getViewer(), (await params).username))
  return card({
    title: `Liked by ${name} (@${username})`,
    description: `What ${name} likes on Linnet.`,
    path: `/${username}/likes`,
    type: 'profile',
    image: `/cards/users/${username}`,
    alt: `${name} (@${username})`,
    feeds: `/${username}`,
  })
}

export default async function LikesPage({ params, searchParams }: PageProps<'/[username]/likes'>) {
  const { username } = await params
  const viewer = await getViewer()
  const page = await show(unlessStale(listTweetsOf(viewer, username, { filter: 'likes', ...(await cursorOf(searchParams)) })))
  return (
    <TweetList
      label="Likes"
      path={`/${username}/likes`}
      viewer={viewer}
      page={page}
      empty={<EmptyState title="No likes yet">What @{username} likes will appear here.</EmptyState>}
    />
  )
}
