import type { UserSummary } from '@/lib/users/schema'

/** What a feed tells, in whatever format: all addresses absolute, newest first. */
export type Feed = {
  title: string
  description: string
  /** The page that it follows; the feed is below it. */
  page: string
  /** A picture of what it is about. */
  icon: string | null
  items: FeedItem[]
}

/** A tweet in a feed. */
export type FeedItem = {
  /** Its permalink, which is what tells it from others. */
  url: string
  /** Tweets have none; that somebody else retweeted it is told here. */
  title: string | null
  /** When it came into the feed: a retweet when it was retweeted. */
  at: Date
  author: UserSummary
  text: string
  html: string
  /** The words of its hashtags, each once. */
  tags: string[]
  images: FeedImage[]
}

/** An image of a tweet. */
export type FeedImage = { url: string; alt: string; type: string; width: number; height: number; bytes: number }
