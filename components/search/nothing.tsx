import { pathOf, type Search, type SearchTab } from '@/components/search/places'
import { buttonLook } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'

/** Top looks only among the newest; where that fails, all tweets may still hold something. */
const ELSEWHERE: Record<SearchTab, { tab: SearchTab; label: string }> = {
  top: { tab: 'latest', label: 'Look among all tweets' },
  latest: { tab: 'people', label: 'Look among people' },
  people: { tab: 'latest', label: 'Look among tweets' },
  hashtags: { tab: 'latest', label: 'Look among tweets' },
}

type Props = { search: Search; next: string | null }

/** What stands where nothing was found: in the newest tweets, where there are older ones to look through, or at all. */
export function Nothing({ search, next }: Props) {
  const { q, tab } = search
  const elsewhere = ELSEWHERE[tab]
  const [href, label] = next
    ? [`${pathOf(search)}&cursor=${next}`, 'Search older tweets']
    : [pathOf({ q, tab: elsewhere.tab }), elsewhere.label]
  return (
    <EmptyState
      title={next ? 'Nothing among the newest tweets' : 'Nothing found'}
      action={
        <Link href={href} className={buttonLook({ variant: 'secondary' })}>
          {label}
        </Link>
      }
    >
      <p className="[overflow-wrap:anywhere]">
        <bdi>{q.length > 100 ? `${q.slice(0, 100)}…` : q}</bdi>
      </p>
      <p>{next ? 'There may be something in what was written before.' : 'Try fewer words, or the beginning of a name.'}</p>
    </EmptyState>
  )
}
