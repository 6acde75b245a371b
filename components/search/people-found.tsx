import { Excerpt } from '@/components/layout/excerpt'
import { pathOf, type Search } from '@/components/search/places'
import { UserCard } from '@/components/users/user-card'
import type { Viewer } from '@/lib/auth/viewer'
import { useWords } from '@/lib/http/look'
import type { User } from '@/lib/users/schema'

/** The first people whom a search finds, above the tweets; nothing where there are none. */
export function PeopleFound({ viewer, search, people }: { viewer: Viewer | null; search: Search; people: User[] }) {
  const t = useWords('search')
  if (people.length === 0) return null
  return (
    <Excerpt
      id="people"
      title={t('people')}
      className="border-line border-b"
      more={{ href: pathOf({ ...search, tab: 'people' }), label: t('allPeople') }}
    >
      <ul>
        {people.map((user) => (
          <li key={user.id}>
            <UserCard viewer={viewer} user={user} />
          </li>
        ))}
      </ul>
    </Excerpt>
  )
}
