import type { ReactNode } from 'react'
import { ShowMore } from '@/components/layout/show-more'
import { StaleLink } from '@/components/layout/stale-link'
import { Link } from '@/components/ui/link'
import type { Hashtag } from '@/lib/hashtags/schema'
import { useWords } from '@/lib/http/look'
import type { Page } from '@/lib/page'

type Props = { path: string; page: Page<Hashtag> | null; empty: ReactNode; control?: (hashtag: Hashtag) => ReactNode }

/** A page of hashtags, each with how much it is used and what can be done about it. No page means that the link to it is stale. */
export function HashtagList({ path, page, empty, control }: Props) {
  const t = useWords('hashtags')
  if (!page) return <StaleLink href={path} />
  if (page.items.length === 0) return empty
  return (
    <section aria-label={t('list')}>
      <ul>
        {page.items.map((hashtag) => (
          <li key={hashtag.word}>
            <article className="relative flex items-center justify-between gap-3 border-line border-b px-4 py-room transition-colors hover:bg-surface">
              <div className="min-w-0">
                <Link
                  href={`/hashtag/${encodeURIComponent(hashtag.word)}`}
                  className="card-link font-semibold [overflow-wrap:anywhere] hover:underline"
                >
                  <bdi>#{hashtag.display}</bdi>
                </Link>
                <p className="text-ink-muted">
                  {t('tweets', { count: hashtag.tweetsCount })} · {t('people', { count: hashtag.accounts24h })}
                </p>
              </div>
              {control && <div className="relative z-10 shrink-0">{control(hashtag)}</div>}
            </article>
          </li>
        ))}
      </ul>
      <ShowMore path={path} nextCursor={page.nextCursor} />
    </section>
  )
}
