import { HashtagList } from '@/components/hashtags/hashtag-list'
import { Nothing } from '@/components/search/nothing'
import { PeopleFound } from '@/components/search/people-found'
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
  // Whoever looks for somebody does not look for a tab first.
  const withPeople = tab === 'top' && cursor === undefined
  const page = await answerOf(viewer, async () => {
    const [tweets, people] = await Promise.all([
      searchTweets(viewer, { ...query, sort: tab }),
      withPeople ? searchPeople(viewer, { q, limit: 3 }) : null,
    ])
    return { ...tweets, people: people?.items ?? [] }
  })
  if (page && 'why' in page) return <Refused {...page} />
  const nothing = <Nothing search={search} next={page?.nextCursor ?? null} />
  return (
    <>
      <PeopleFound viewer={viewer} search={search} people={page?.people ?? []} />
      <TweetList label={t(tab === 'top' ? 'topTweets' : 'latestTweets')} path={path} viewer={viewer} page={page} empty={nothing} />
    </>
  )
}

type Refusal = { title: string; why: string }

function Refused({ title, why }: Refusal) {
  return <EmptyState title={title}>{why}</EmptyState>
}

/** The page; null for a cursor that no list gave; or why there is none, in words. */
async function answerOf<T extends Page<unknown>>(viewer: Viewer | null, work: () => Promise<T>): Promise<T | Refusal | null> {
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
