import type { Viewer } from '@/lib/auth/viewer'
import type { Page } from '@/lib/page'
import { listPeople } from '@/lib/search/people'
import { searchParams } from '@/lib/search/schema'
import { listLatestTweets, listTopTweets } from '@/lib/search/tweets'
import type { Tweet } from '@/lib/tweets/schema'
import type { User } from '@/lib/users/schema'
import { parse } from '@/lib/validate'

/** What the query finds of the type that it names: tweets, unless it says users or hashtags. Throws `validation_failed`. */
export async function search(viewer: Viewer | null, query: unknown): Promise<Page<Tweet> | Page<User>> {
  const { q, type, sort, ...page } = parse(searchParams, query)
  if (type === 'users') return listPeople(viewer, q, page)
  return sort === 'top' ? listTopTweets(viewer, q, page) : listLatestTweets(viewer, q, page)
}
