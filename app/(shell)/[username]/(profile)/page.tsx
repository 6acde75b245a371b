import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { card } from '@/components/layout/metadata'
import { StructuredData } from '@/components/layout/structured-data'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { getWords } from '@/lib/http/look'
import { getViewer, show } from '@/lib/http/page'
import { findPinnedId } from '@/lib/pins/queries'
import { toProfilePage } from '@/lib/structured-data/view'
import { listTweetsOf } from '@/lib/tweets/queries'
import { getUser } from '@/lib/users/queries'

export async function generateMetadata({ params }: PageProps<'/[username]'>): Promise<Metadata> {
  const { name, username, bio } = await show(getUser(await getViewer(), (await params).username))
  const t = await getWords('users')
  return card({
    title: `${name} (@${username})`,
    description: bio ?? t('about', { name }),
    path: `/${username}`,
    type: 'profile',
    image: `/cards/users/${username}`,
    alt: `${name} (@${username})`,
    feeds: `/${username}`,
  })
}

export default async function ProfilePage({ params, searchParams }: PageProps<'/[username]'>) {
  const viewer = await getViewer()
  const user = await show(getUser(viewer, (await params).username))
  const { id, username } = user
  const query = await cursorOf(searchParams)
  const t = await getWords('users')
  const page = await show(unlessStale(listTweetsOf(viewer, username, query)))
  return (
    <>
      <StructuredData data={toProfilePage(user)} />
      <TweetList
        label={t('tweets')}
        path={`/${username}`}
        viewer={viewer}
        page={page}
        pinnedId={query.cursor ? null : await findPinnedId(id)}
        empty={<EmptyState title={t('noTweets')}>{t('noTweetsText', { username })}</EmptyState>}
      />
    </>
  )
}
