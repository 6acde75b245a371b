import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { card } from '@/components/layout/metadata'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { getViewer, show } from '@/lib/http/page'
import { listTweetsOf } from '@/lib/tweets/queries'
import { getUser } from '@/lib/users/queries'

export async function generateMetadata({ params }: PageProps<'/[username]/media'>): Promise<Metadata> {
  const { name, username } = await show(getUser(await getViewer(), (await params).username))
  return card({
    title: `Images by ${name} (@${username})`,
    description: `The images that ${name} posted on Linnet.`,
    path: `/${username}/media`,
    type: 'profile',
    image: `/cards/users/${username}`,
    alt: `${name} (@${username})`,
    feeds: `/${username}`,
  })
}

export default async function MediaPage({ params, searchParams }: PageProps<'/[username]/media'>) {
  const { username } = await params
  const viewer = await getViewer()
  const page = await show(unlessStale(listTweetsOf(viewer, username, { filter: 'media', ...(await cursorOf(searchParams)) })))
  return (
    <TweetList
      label="Media"
      path={`/${username}/media`}
      viewer={viewer}
      page={page}
      empty={<EmptyState title="No images yet">Tweets of @{username} with images will appear here.</EmptyState>}
    />
  )
}
