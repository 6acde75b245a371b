import { env } from '@/lib/env'
import type { Tweet } from '@/lib/tweets/schema'

/** A path of ours as an address that is good anywhere. */
export function addressOf(path: string): string {
  return `${env.APP_URL}${path}`
}

/** The permalink of a tweet. */
export function tweetAddress({ id, author }: Pick<Tweet, 'id' | 'author'>): string {
  return addressOf(`/${author.username}/status/${id}`)
}

/** The profile of the person with this username. */
export function userAddress(username: string): string {
  return addressOf(`/${username}`)
}

/** The page of the hashtag with this word. */
export function hashtagAddress(word: string): string {
  return addressOf(`/hashtag/${encodeURIComponent(word)}`)
}
