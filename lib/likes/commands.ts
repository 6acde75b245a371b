import type { Viewer } from '@/lib/auth/viewer'
import { newId } from '@/lib/id'
import { notify, unnotify } from '@/lib/notifications/commands'
import { actOnTweet, undoOnTweet } from '@/lib/tweets/act'
import type { Tweet } from '@/lib/tweets/schema'

/** Likes the tweet; nothing changes when that is so already. Throws `unauthenticated` and `not_found`. */
export function likeTweet(viewer: Viewer | null, id: unknown): Promise<Tweet> {
  return actOnTweet(viewer, id, async (tx, me, tweet) => {
    const { count } = await tx.like.createMany({ data: { id: newId(), userId: me.id, tweetId: tweet.id }, skipDuplicates: true })
    if (count === 0) return
    await tx.tweet.update({ where: { id: tweet.id }, data: { likesCount: { increment: 1 } }, select: { id: true } })
    await notify(tx, { to: tweet.authorId, by: me.id, type: 'like', tweetId: tweet.id })
  })
}

/** Likes it no more; nothing changes when that is so already. Throws `unauthenticated` and `not_found`. */
export function unlikeTweet(viewer: Viewer | null, id: unknown): Promise<Tweet> {
  return undoOnTweet(viewer, id, async (tx, me, tweet) => {
    const { count } = await tx.like.deleteMany({ where: { userId: me.id, tweetId: tweet.id } })
    if (count === 0) return
    await tx.tweet.update({ where: { id: tweet.id }, data: { likesCount: { decrement: 1 } }, select: { id: true } })
    await unnotify(tx, { to: tweet.authorId, by: me.id, type: 'like', tweetId: tweet.id })
  })
}
