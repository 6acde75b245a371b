import { pathOf, type Search, type SearchTab } from '@/components/search/places'
import { buttonLook } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { useWords } from '@/lib/http/look'

/** Top looks only among the newest; where that fails, all tweets may still hold something. */
const ELSEWHERE: Record<SearchTab, SearchTab> = { top: 'latest', latest: 'people', people: 'latest', hashtags: 'latest' }

type Props = { search: Search; next: string | null }

/** What stands where nothing was found: in the newest tweets, where there are older ones to look through, or at all. */
export function Nothing({ search, next }: Props) {
  const t = useWords('search')
  const { q, tab } = search
  const [href, label] = next
    ? [`${pathOf(search)}&cursor=${next}`, t('older')]
    : [pathOf({ q, tab: ELSEWHERE[tab] }), t(`elsewhere.${tab}`)]
  return (
    <EmptyState
      title={t(next ? 'nothingNew' : 'nothing')}
      action={
        <Link href={href} className={buttonLook({ variant: 'secondary' })}>
          {label}
        </Link>
      }
    >
      <p className="[overflow-wrap:anywhere]">
        <bdi>{q.length > 100 ? `${q.slice(0, 100)}…` : q}</bdi>
      </p>
      <p>{t(next ? 'nothingNewText' : 'nothingText')}</p>
    </EmptyState>
  )
}
