import type { Viewer } from '@/lib/auth/viewer'
import { AppError } from '@/lib/errors'
import { actOnTweet } from '@/lib/tweets/act'
import type { Tweet } from '@/lib/tweets/schema'

/** Puts one's own tweet first on one's profile, in place of the one that was. Throws `unauthenticated`, `not_found` and `forbidden`. */
export function pinTweet(viewer: Viewer | null, id: unknown): Promise<Tweet> {
  return actOnTweet(viewer, id, async (tx, me, tweet) => {
    if (tweet.authorId !== me.id) throw new AppError('forbidden', 'You can pin only your own tweets.', { reason: 'forbidden.pin' })
    await tx.user.update({ where: { id: me.id }, data: { pinnedTweetId: tweet.id }, select: { id: true } })
  })
}

/** Puts it back among the others; nothing changes when it is not pinned. Throws as `pinTweet` does. */
export function unpinTweet(viewer: Viewer | null, id: unknown): Promise<Tweet> {
  return actOnTweet(viewer, id, async (tx, me, tweet) => {
    if (tweet.authorId !== me.id) throw new AppError('forbidden', 'You can pin only your own tweets.', { reason: 'forbidden.pin' })
    await tx.user.updateMany({ where: { id: me.id, pinnedTweetId: tweet.id }, data: { pinnedTweetId: null } })
  })
}
