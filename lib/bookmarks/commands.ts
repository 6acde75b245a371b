import type { Viewer } from '@/lib/auth/viewer'
import { newId } from '@/lib/id'
import { actOnTweet, undoOnTweet } from '@/lib/tweets/act'
import type { Tweet } from '@/lib/tweets/schema'

/** Keeps the tweet for later; nothing changes when that is so already. Throws `unauthenticated` and `not_found`. */
export function bookmarkTweet(viewer: Viewer | null, id: unknown): Promise<Tweet> {
  return actOnTweet(viewer, id, async (tx, me, tweet) => {
    await tx.bookmark.createMany({ data: { id: newId(), userId: me.id, tweetId: tweet.id }, skipDuplicates: true })
  })
}

/** Keeps it no more; nothing changes when that is so already. Throws `unauthenticated` and `not_found`. */
export function unbookmarkTweet(viewer: Viewer | null, id: unknown): Promise<Tweet> {
  return undoOnTweet(viewer, id, async (tx, me, tweet) => {
    await tx.bookmark.deleteMany({ where: { userId: me.id, tweetId: tweet.id } })
  })
}
