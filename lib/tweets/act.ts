import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { type Db, transaction } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { limit } from '@/lib/rate-limit'
import { type LockedTweet, lockTweets } from '@/lib/tweets/lock'
import { getTweet } from '@/lib/tweets/queries'
import type { Tweet } from '@/lib/tweets/schema'
import { parseId } from '@/lib/validate'

type Act = (tx: Db, me: Viewer, tweet: LockedTweet) => Promise<void>

/** Does something to a tweet in one transaction, and answers the tweet as it then is. Throws `unauthenticated`, `rate_limited` and `not_found`. */
export async function actOnTweet(viewer: Viewer | null, id: unknown, act: Act): Promise<Tweet> {
  const me = signedIn(viewer)
  return perform(me, parseId(id, 'tweet'), act, me)
}

/**
 * Undoes something done to a tweet, also to one that a block hides meanwhile: then it is undone, and `not_found` is thrown as for
 * every hidden tweet. Throws `unauthenticated`, `rate_limited` and `not_found`.
 */
export async function undoOnTweet(viewer: Viewer | null, id: unknown, undo: Act): Promise<Tweet> {
  return perform(signedIn(viewer), parseId(id, 'tweet'), undo, null)
}

/** `seenBy` is who must see the tweet for it to be done; null is everybody. */
async function perform(me: Viewer, tweetId: string, act: Act, seenBy: Viewer | null): Promise<Tweet> {
  await limit('likes', me)
  await transaction(async (tx) => {
    const [tweet] = await lockTweets(tx, seenBy, [tweetId])
    if (!tweet) throw notFound('tweet')
    await act(tx, me, tweet)
  })
  return getTweet(me, tweetId)
}
