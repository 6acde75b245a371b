import Link from 'next/link'
import type { ReactNode } from 'react'
import { ShowMore } from '@/components/layout/show-more'
import { StaleLink } from '@/components/layout/stale-link'
import { counted } from '@/components/ui/count'
import type { Hashtag } from '@/lib/hashtags/schema'
import type { Page } from '@/lib/page'

type Props = { path: string; page: Page<Hashtag> | null; empty: ReactNode }

/** A page of hashtags, each with how much it is used. No page means that the link to it is stale. */
export function HashtagList({ path, page, empty }: Props) {
  if (!page) return <StaleLink href={path} />
  if (page.items.length === 0) return empty
  return (
    <section aria-label="Hashtags">
      <ul>
        {page.items.map(({ word, display, tweetsCount, accounts24h }) => (
          <li key={word}>
            <article className="relative border-line border-b px-4 py-3 transition-colors hover:bg-surface">
              <Link
                href={`/hashtag/${encodeURIComponent(word)}`}
                prefetch={false}
                className="card-link font-semibold [overflow-wrap:anywhere] hover:underline"
              >
                <bdi>#{display}</bdi>
              </Link>
              <p className="text-ink-muted">
                {counted(tweetsCount, 'tweet', 'tweets')} · {counted(accounts24h, 'person', 'people')} in 24 h
              </p>
            </article>
          </li>
        ))}
      </ul>
      <ShowMore path={path} nextCursor={page.nextCursor} />
    </section>
  )
}
