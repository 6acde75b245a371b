import { hashtagAddress, tweetAddress, userAddress } from '@/lib/addresses'
import { db } from '@/lib/db'
import type { Feed, FeedItem } from '@/lib/feeds/feed'
import { toHtml, toPlain } from '@/lib/feeds/html'
import { getHashtag, listHashtagTweets } from '@/lib/hashtags/queries'
import { momentOf } from '@/lib/id'
import { filesOf } from '@/lib/media/view'
import { undirected } from '@/lib/text'
import { hydrateEntries } from '@/lib/tweets/hydrate'
import { newestOf } from '@/lib/tweets/queries'
import type { Tweet } from '@/lib/tweets/schema'
import { getUser } from '@/lib/users/queries'

/** How many tweets a feed tells of. */
const LENGTH = 20

/** What the person tweeted and retweeted lately, replies left out, as anybody may see it. Throws `not_found`. */
export async function getUserFeed(username: unknown): Promise<Feed> {
  const user = await getUser(null, username)
  const entries = await newestOf(null, user.id, LENGTH)
  const tweets = await hydrateEntries(null, entries)
  const retweetedAt = new Map(entries.flatMap(({ id, tweetId, retweeterId }) => (retweeterId ? [[tweetId, momentOf(id)]] : [])))
  return {
    title: undirected(`${user.name} (@${user.username}) on Linnet`),
    description: user.bio ?? `What ${user.name} writes on Linnet.`,
    page: userAddress(user.username),
    icon: user.avatarUrl,
    items: await toItems(tweets, retweetedAt),
  }
}

/** The newest tweets with the hashtag, as anybody may see them. Throws `not_found`. */
export async function getHashtagFeed(named: unknown): Promise<Feed> {
  const { word, display } = await getHashtag(null, named)
  const { items } = await listHashtagTweets(null, word, { limit: LENGTH })
  return {
    title: `#${display} on Linnet`,
    description: `What people write about #${display} on Linnet.`,
    page: hashtagAddress(word),
    icon: null,
    items: await toItems(items),
  }
}

async function toItems(tweets: Tweet[], retweetedAt = new Map<string, Date>()): Promise<FeedItem[]> {
  const sizes = await sizesOf(tweets.flatMap(({ media }) => media.map(({ id }) => id)))
  return tweets.map((tweet) => ({
    url: tweetAddress(tweet),
    title: titleOf(tweet),
    at: retweetedAt.get(tweet.id) ?? new Date(tweet.createdAt),
    author: tweet.author,
    text: toPlain(tweet),
    html: toHtml(tweet),
    tags: [...new Set(tweet.entities.hashtags.map(({ word }) => word))],
    images: tweet.media.map(({ id, url, alt, contentType, width, height }) => {
      return { url, alt, type: contentType, width, height, bytes: sizes.get(id) ?? 0 }
    }),
  }))
}

function titleOf({ author, retweetedBy }: Tweet): string | null {
  if (!retweetedBy) return null
  return undirected(`${retweetedBy.name} (@${retweetedBy.username}) retweeted ${author.name} (@${author.username})`)
}

/** How many bytes the images are at their full size. */
async function sizesOf(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db.media.findMany({ where: { id: { in: ids } }, select: { id: true, files: true } })
  return new Map(rows.map(({ id, files }) => [id, filesOf(files).at(-1)?.bytes ?? 0]))
}
