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
import { getWords } from '@/lib/http/look'
import { getViewer } from '@/lib/http/page'
import { listSuggestions } from '@/lib/suggestions/queries'
import { listPublic } from '@/lib/timelines/queries'

const SECTION = 'border-line border-b'
const NONE = { items: [] }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('explore')
  return card({ title: t('title'), description: t('about'), path: '/explore' })
}

export default async function ExplorePage({ searchParams }: PageProps<'/explore'>) {
  const [t, viewer] = await Promise.all([getWords('explore'), getViewer()])
  const from = await cursorOf(searchParams)
  const first = from.cursor === undefined
  const [page, trends, people] = await Promise.all([
    unlessStale(listPublic(viewer, from)),
    first ? listTrending(viewer, { limit: 5 }) : NONE,
    first && viewer ? listSuggestions(viewer, { limit: 3 }) : NONE,
  ])
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="border-line border-b px-4 py-3 lg:hidden">
        <SearchBox />
      </div>
      {trends.items.length > 0 && (
        <Excerpt id="trends" title={t('hashtags')} className={SECTION} more={{ href: '/explore/hashtags', label: t('allHashtags') }}>
          <TrendList hashtags={trends.items} />
        </Excerpt>
      )}
      {people.items.length > 0 && (
        <Excerpt id="people" title={t('people')} className={SECTION} more={{ href: '/explore/people', label: t('morePeople') }}>
          <ul>
            {people.items.map((user) => (
              <li key={user.id}>
                <UserCard viewer={viewer} user={user} />
              </li>
            ))}
          </ul>
        </Excerpt>
      )}
      <h2 className="border-line border-b px-4 py-3 font-bold text-lg">{t('newest')}</h2>
      <TweetList
        label={t('newest')}
        path="/explore"
        viewer={viewer}
        page={page}
        empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      />
    </>
  )
}
