import type { Viewer } from '@/lib/auth/viewer'
import { newId } from '@/lib/id'
import { notify, unnotify } from '@/lib/notifications/commands'
import { actOnTweet, undoOnTweet } from '@/lib/tweets/act'
import type { Tweet } from '@/lib/tweets/schema'

/** Shows the tweet to one's followers; nothing changes when that is so already. Throws `unauthenticated` and `not_found`. */
export function retweet(viewer: Viewer | null, id: unknown): Promise<Tweet> {
  return actOnTweet(viewer, id, async (tx, me, tweet) => {
    const { count } = await tx.retweet.createMany({ data: { id: newId(), userId: me.id, tweetId: tweet.id }, skipDuplicates: true })
    if (count === 0) return
    await tx.tweet.update({ where: { id: tweet.id }, data: { retweetsCount: { increment: 1 } }, select: { id: true } })
    await notify(tx, { to: tweet.authorId, by: me.id, type: 'retweet', tweetId: tweet.id })
  })
}

/** Shows it no more; nothing changes when that is so already. Throws `unauthenticated` and `not_found`. */
export function unretweet(viewer: Viewer | null, id: unknown): Promise<Tweet> {
  return undoOnTweet(viewer, id, async (tx, me, tweet) => {
    const { count } = await tx.retweet.deleteMany({ where: { userId: me.id, tweetId: tweet.id } })
    if (count === 0) return
    await tx.tweet.update({ where: { id: tweet.id }, data: { retweetsCount: { decrement: 1 } }, select: { id: true } })
    await unnotify(tx, { to: tweet.authorId, by: me.id, type: 'retweet', tweetId: tweet.id })
  })
}
