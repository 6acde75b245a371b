import { useWords } from '@/lib/http/look'
import type { Hint } from '@/lib/search/query'

/** What of a query was not understood, and how it was taken. */
export function Hints({ hints }: { hints: Hint[] }) {
  const t = useWords('search')
  if (hints.length === 0) return null
  return (
    <ul aria-label={t('hints')} className="space-y-1 border-line border-b bg-surface px-4 py-3 text-ink-muted [overflow-wrap:anywhere]">
      {hints.map(({ takes, ...hint }) => (
        <li key={hint.word}>
          <bdi>{t(`hint.${takes}`, hint)}</bdi>
        </li>
      ))}
    </ul>
  )
}
