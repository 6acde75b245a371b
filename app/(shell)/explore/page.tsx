import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { TrendList } from '@/components/hashtags/trend-list'
import { Excerpt } from '@/components/layout/excerpt'
import { card } from '@/components/layout/metadata'
import { PageHeader } from '@/components/layout/page-header'
import { SearchBox } from '@/components/search/search-box'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { UserCard } from '@/components/users/user-card'
import { listTrending } from '@/lib/hashtags/queries'
import { getViewer } from '@/lib/http/page'
import { listSuggestions } from '@/lib/suggestions/queries'
import { listPublic } from '@/lib/timelines/queries'

const ABOUT = 'What people talk about on Linnet, whom to follow, and the newest tweets of everybody.'
const SECTION = 'border-line border-b'
const NONE = { items: [] }

export const metadata: Metadata = card({ title: 'Explore', description: ABOUT, path: '/explore' })

export default async function ExplorePage({ searchParams }: PageProps<'/explore'>) {
  const viewer = await getViewer()
  const from = await cursorOf(searchParams)
  const first = from.cursor === undefined
  const [page, trends, people] = await Promise.all([
    unlessStale(listPublic(viewer, from)),
    first ? listTrending(viewer, { limit: 5 }) : NONE,
    first && viewer ? listSuggestions(viewer, { limit: 3 }) : NONE,
  ])
  return (
    <>
      <PageHeader title="Explore" />
      <div className="border-line border-b px-4 py-3 lg:hidden">
        <SearchBox />
      </div>
      {trends.items.length > 0 && (
        <Excerpt id="trends" title="Hashtags" className={SECTION} more={{ href: '/explore/hashtags', label: 'All hashtags' }}>
          <TrendList hashtags={trends.items} />
        </Excerpt>
      )}
      {people.items.length > 0 && (
        <Excerpt id="people" title="People to follow" className={SECTION} more={{ href: '/explore/people', label: 'More people' }}>
          <ul>
            {people.items.map((user) => (
              <li key={user.id}>
                <UserCard viewer={viewer} user={user} />
              </li>
            ))}
          </ul>
        </Excerpt>
      )}
      <h2 className="border-line border-b px-4 py-3 font-bold text-lg">Newest tweets</h2>
      <TweetList
        label="Newest tweets"
        path="/explore"
        viewer={viewer}
        page={page}
        empty={<EmptyState title="Nobody has written anything yet">The first tweet could be yours.</EmptyState>}
      />
    </>
  )
}
