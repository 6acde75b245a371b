import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { type Db, transaction } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { type LockedTweet, lockTweets } from '@/lib/tweets/lock'
import { getTweet } from '@/lib/tweets/queries'
import type { Tweet } from '@/lib/tweets/schema'
import { parseId } from '@/lib/validate'

type Act = (tx: Db, me: Viewer, tweet: LockedTweet) => Promise<void>

/** Does something to a tweet in one transaction, and answers the tweet as it then is. Throws `unauthenticated` and `not_found`. */
export async function actOnTweet(viewer: Viewer | null, id: unknown, act: Act): Promise<Tweet> {
  const me = signedIn(viewer)
  const tweetId = parseId(id, 'tweet')
  await transaction(async (tx) => {
    const [tweet] = await lockTweets(tx, me, [tweetId])
    if (!tweet) throw notFound('tweet')
    await act(tx, me, tweet)
  })
  return getTweet(me, tweetId)
}
