import type { ReactNode } from 'react'
import { StaleLink } from '@/components/layout/stale-link'
import { SteadyList } from '@/components/tweets/steady-list'
import { TweetCard } from '@/components/tweets/tweet-card'
import type { Viewer } from '@/lib/auth/viewer'
import { useWords } from '@/lib/http/look'
import type { Page } from '@/lib/page'
import type { Tweet } from '@/lib/tweets/schema'

type Props = {
  label: string
  path: string
  viewer: Viewer | null
  page: Page<Tweet> | null
  empty: ReactNode
  /** The tweet that its author pinned, where the list begins with it. */
  pinnedId?: string | null
}

/** A page of tweets: the list, the way on, and what to say when there is none. No page means that the link to it is stale. */
export function TweetList({ label, path, viewer, page, empty, pinnedId }: Props) {
  const t = useWords('layout')
  if (!page) return <StaleLink href={path} />
  if (page.items.length === 0) return empty
  return (
    <section aria-label={label}>
      <SteadyList
        path={path}
        nextCursor={page.nextCursor}
        more={t('showMore')}
        items={page.items.map((tweet, place) => {
          const retweeted = viewer !== null && tweet.retweetedBy?.id === viewer.id
          const pinned = place === 0 && tweet.id === pinnedId
          return {
            key: keyOf(tweet, page.items),
            own: retweeted || tweet.author.id === viewer?.id,
            pinned,
            retweeted,
            node: <TweetCard tweet={tweet} viewerId={viewer?.id} pinned={pinned} />,
          }
        })}
      />
    </section>
  )
}

/** On a profile one's own tweet and one's retweet of it can both stand. */
function keyOf(tweet: Tweet, all: Tweet[]): string {
  const twice = tweet.retweetedBy && all.some(({ id, retweetedBy }) => id === tweet.id && !retweetedBy)
  return twice ? `${tweet.id} again` : tweet.id
}
