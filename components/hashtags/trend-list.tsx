import { trends, usage } from '@/components/hashtags/why-ranked'
import { Link } from '@/components/ui/link'
import type { Hashtag } from '@/lib/hashtags/schema'
import { useWords } from '@/lib/http/look'

/** Hashtags by rank, each with the numbers that it owes its place to. */
export function TrendList({ hashtags }: { hashtags: Hashtag[] }) {
  const t = useWords('hashtags')
  return (
    <ol>
      {hashtags.map((hashtag) => (
        <li key={hashtag.word} className="relative flex min-h-touch items-baseline gap-3 px-4 py-2.5 transition-colors hover:bg-surface">
          <span aria-hidden="true" className="w-5 shrink-0 text-end text-ink-muted tabular-nums">
            {hashtag.rank}
          </span>
          <div className="min-w-0">
            <Link href={`/hashtag/${encodeURIComponent(hashtag.word)}`} className="card-link font-semibold hover:underline">
              <bdi className="[overflow-wrap:anywhere]">#{hashtag.display}</bdi>
            </Link>
            <p className="text-ink-muted text-sm">{trends(hashtag) ? usage(hashtag, t) : t('popular', { count: hashtag.tweetsCount })}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
