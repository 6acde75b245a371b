import type { Viewer } from '@/lib/auth/viewer'
import { listHashtags } from '@/lib/hashtags/queries'
import type { Hashtag } from '@/lib/hashtags/schema'
import type { Page } from '@/lib/page'
import { listPeople } from '@/lib/search/people'
import { parseSearch, plainText } from '@/lib/search/query'
import { searchParams } from '@/lib/search/schema'
import { listLatestTweets, listTopTweets } from '@/lib/search/tweets'
import type { Tweet } from '@/lib/tweets/schema'
import type { User } from '@/lib/users/schema'
import { parse } from '@/lib/validate'

// How often somebody searches the doors count, which may know the answer already.

/** What the query finds of the type that it names: tweets, unless it says users or hashtags. Throws `validation_failed`. */
export async function search(viewer: Viewer | null, query: unknown): Promise<Page<Tweet> | Page<User> | Page<Hashtag>> {
  const { type } = parse(searchParams, query)
  return { tweets: searchTweets, users: searchPeople, hashtags: searchHashtags }[type](viewer, query)
}

/** The tweets that match, newest first, or with `sort=top` of the newest those that moved people most. Throws `validation_failed`. */
export async function searchTweets(viewer: Viewer | null, query: unknown): Promise<Page<Tweet>> {
  const { q, type: _, sort, ...page } = parse(searchParams, query)
  return sort === 'top' ? listTopTweets(viewer, q, page) : listLatestTweets(viewer, q, page)
}

/** The people whose names match, those whom the viewer most likely means first. Throws `validation_failed`. */
export async function searchPeople(viewer: Viewer | null, query: unknown): Promise<Page<User>> {
  const { q, type: _, sort: __, ...page } = parse(searchParams, query)
  return listPeople(viewer, q, page)
}

/** The hashtags that begin with the first word, most used first. Throws `validation_failed`. */
export async function searchHashtags(viewer: Viewer | null, query: unknown): Promise<Page<Hashtag>> {
  const { q, type: _, sort: __, ...page } = parse(searchParams, query)
  const [word] = plainText(parseSearch(q)).split(/\s/)
  return word ? listHashtags(viewer, { q: word, ...page }) : { items: [], nextCursor: null }
}
