import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { card } from '@/components/layout/metadata'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { getWords } from '@/lib/http/look'
import { getViewer, show } from '@/lib/http/page'
import { listTweetsOf } from '@/lib/tweets/queries'
import { getUser } from '@/lib/users/queries'

export async function generateMetadata({ params }: PageProps<'/[username]/media'>): Promise<Metadata> {
  const { name, username } = await show(getUser(await getViewer(), (await params).username))
  const t = await getWords('users')
  return card({
    title: t('mediaBy', { name, username }),
    description: t('mediaAbout', { name }),
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
  const t = await getWords('users')
  const page = await show(unlessStale(listTweetsOf(viewer, username, { filter: 'media', ...(await cursorOf(searchParams)) })))
  return (
    <TweetList
      label={t('media')}
      path={`/${username}/media`}
      viewer={viewer}
      page={page}
      empty={<EmptyState title={t('noMedia')}>{t('noMediaText', { username })}</EmptyState>}
    />
  )
}
