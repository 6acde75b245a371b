import { HashtagList } from '@/components/hashtags/hashtag-list'
import { Nothing } from '@/components/search/nothing'
import { pathOf, type Search } from '@/components/search/places'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { UserList } from '@/components/users/user-list'
import type { Viewer } from '@/lib/auth/viewer'
import { AppError } from '@/lib/errors'
import { tell, tellFailure } from '@/lib/http/failure'
import { getWords } from '@/lib/http/look'
import { inRequest } from '@/lib/http/page'
import type { Page } from '@/lib/page'
import { limit } from '@/lib/rate-limit'
import { searchHashtags, searchPeople, searchTweets } from '@/lib/search/queries'

type Props = { viewer: Viewer | null; search: Search; cursor: string | string[] | undefined }

/** What the search finds in the tab that is open; or why it cannot be asked. */
export async function Results({ viewer, search, cursor }: Props) {
  const t = await getWords('search')
  const { q, tab } = search
  const path = pathOf(search)
  const query = { q, ...(cursor !== undefined && { cursor }) }
  if (tab === 'people') {
    const page = await answerOf(viewer, () => searchPeople(viewer, query))
    if (page && 'why' in page) return <Refused {...page} />
    return <UserList label={t('people')} path={path} viewer={viewer} page={page} empty={<Nothing search={search} next={null} />} />
  }
  if (tab === 'hashtags') {
    const page = await answerOf(viewer, () => searchHashtags(viewer, query))
    if (page && 'why' in page) return <Refused {...page} />
    return <HashtagList path={path} page={page} empty={<Nothing search={search} next={null} />} />
  }
  const page = await answerOf(viewer, () => searchTweets(viewer, { ...query, sort: tab }))
  if (page && 'why' in page) return <Refused {...page} />
  const nothing = <Nothing search={search} next={page?.nextCursor ?? null} />
  return <TweetList label={t(tab === 'top' ? 'topTweets' : 'latestTweets')} path={path} viewer={viewer} page={page} empty={nothing} />
}

type Refusal = { title: string; why: string }

function Refused({ title, why }: Refusal) {
  return <EmptyState title={title}>{why}</EmptyState>
}

/** The page; null for a cursor that no list gave; or why there is none, in words. */
async function answerOf<T>(viewer: Viewer | null, work: () => Promise<Page<T>>): Promise<Page<T> | Refusal | null> {
  try {
    return await inRequest(async () => {
      await limit('search', viewer)
      return work()
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const [t, errors] = await Promise.all([getWords('search'), getWords('errors')])
    if (error.code === 'rate_limited') return { title: errors('refused.often'), why: tell(error, errors) }
    if (error.code !== 'validation_failed') throw error
    const why = tellFailure(error, errors).errors.q
    return why ? { title: t('refused'), why } : null
  }
}
