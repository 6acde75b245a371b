import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { card } from '@/components/layout/metadata'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { getViewer, show } from '@/lib/http/page'
import { listTweetsOf } from '@/lib/tweets/queries'
import { getUser } from '@/lib/users/queries'

export async function generateMetadata({ params }: PageProps<'/[username]/replies'>): Promise<Metadata> {
  const { name, username } = await show(getUser(await getViewer(), (await params).username))
  return card({
    title: `Replies by ${name} (@${username})`,
    description: `What ${name} answers on Linnet.`,
    path: `/${username}/replies`,
    type: 'profile',
    image: `/cards/users/${username}`,
    alt: `${name} (@${username})`,
    feeds: `/${username}`,
  })
}

export default async function RepliesPage({ params, searchParams }: PageProps<'/[username]/replies'>) {
  const { username } = await params
  const viewer = await getViewer()
  const page = await show(unlessStale(listTweetsOf(viewer, username, { filter: 'replies', ...(await cursorOf(searchParams)) })))
  return (
    <TweetList
      label="Replies"
      path={`/${username}/replies`}
      viewer={viewer}
      page={page}
      empty={<EmptyState title="No replies yet">When @{username} answers somebody, it appears here.</EmptyState>}
    />
  )
}
