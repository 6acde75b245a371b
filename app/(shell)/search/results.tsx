import { HashtagList } from '@/components/hashtags/hashtag-list'
import { Nothing } from '@/components/search/nothing'
import { pathOf, type Search } from '@/components/search/places'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { UserList } from '@/components/users/user-list'
import type { Viewer } from '@/lib/auth/viewer'
import { AppError } from '@/lib/errors'
import type { Page } from '@/lib/page'
import { searchHashtags, searchPeople, searchTweets } from '@/lib/search/queries'

type Props = { viewer: Viewer | null; search: Search; cursor: string | string[] | undefined }

/** What the search finds in the tab that is open; or why it cannot be asked. */
export async function Results({ viewer, search, cursor }: Props) {
  const { q, tab } = search
  const path = pathOf(search)
  const query = { q, ...(cursor !== undefined && { cursor }) }
  if (tab === 'people') {
    const page = await answerOf(searchPeople(viewer, query))
    if (typeof page === 'string') return <Refused why={page} />
    return <UserList label="People" path={path} viewer={viewer} page={page} empty={<Nothing search={search} next={null} />} />
  }
  if (tab === 'hashtags') {
    const page = await answerOf(searchHashtags(viewer, query))
    if (typeof page === 'string') return <Refused why={page} />
    return <HashtagList path={path} page={page} empty={<Nothing search={search} next={null} />} />
  }
  const page = await answerOf(searchTweets(viewer, { ...query, sort: tab }))
  if (typeof page === 'string') return <Refused why={page} />
  const nothing = <Nothing search={search} next={page?.nextCursor ?? null} />
  return <TweetList label={tab === 'top' ? 'Top tweets' : 'Latest tweets'} path={path} viewer={viewer} page={page} empty={nothing} />
}

function Refused({ why }: { why: string }) {
  return <EmptyState title="This cannot be searched for">{why}</EmptyState>
}

/** The page; null for a cursor that no list gave; or what is wrong with the query, in words. */
async function answerOf<T>(page: Promise<Page<T>>): Promise<Page<T> | string | null> {
  try {
    return await page
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'validation_failed') throw error
    const wrong = error.errors?.find(({ field }) => field === 'q')
    return wrong ? wrong.message.replace(/^q\b/, 'The search') : null
  }
}
