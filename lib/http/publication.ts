import type { Feed } from '@/lib/feeds/feed'
import { toJsonFeed } from '@/lib/feeds/json-feed'
import { toRss } from '@/lib/feeds/rss'
import { Publication } from '@/lib/http/read'
import { routes } from '@/lib/http/route'

/** How long a reader may keep a feed, in seconds. */
const FEED_GOOD_FOR = 300

/**
 * The route handlers of what anybody may read and keep, the same whoever asks: with ETag, 304, HEAD and OPTIONS as `routes` has them. The proxy
 * counts its requests, as those of pages.
 */
export function publish<P>(work: (params: P) => Promise<Publication>) {
  return routes<P>({ GET: ({ params }) => work(params) }, { nobody: true, uncounted: true })
}

/** The route handlers of a feed as RSS 2.0. */
export function publishRss<P>(work: (params: P) => Promise<Feed>) {
  return publish<P>(async (params) => new Publication('application/rss+xml; charset=utf-8', toRss(await work(params)), FEED_GOOD_FOR))
}

/** The route handlers of a feed as JSON Feed 1.1. */
export function publishJsonFeed<P>(work: (params: P) => Promise<Feed>) {
  return publish<P>(async (params) => new Publication('application/feed+json', toJsonFeed(await work(params)), FEED_GOOD_FOR))
}
