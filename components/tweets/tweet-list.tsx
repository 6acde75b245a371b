import type { ReactNode } from 'react'
import { ShowMore } from '@/components/layout/show-more'
import { StaleLink } from '@/components/layout/stale-link'
import { TweetCard } from '@/components/tweets/tweet-card'
import type { Page } from '@/lib/page'
import type { Tweet } from '@/lib/tweets/schema'

type Props = { label: string; path: string; page: Page<Tweet> | null; empty: ReactNode; thread?: 'reply' }

/** A page of tweets: the list, the way on, and what to say when there is none. No page means that the link to it is stale. */
export function TweetList({ label, path, page, empty, thread }: Props) {
  if (!page) return <StaleLink href={path} />
  if (page.items.length === 0) return empty
  return (
    <section aria-label={label}>
      <ol>
        {page.items.map((tweet) => (
          <li key={tweet.id}>
            <TweetCard tweet={tweet} thread={thread} />
          </li>
        ))}
      </ol>
      <ShowMore path={path} nextCursor={page.nextCursor} />
    </section>
  )
}
