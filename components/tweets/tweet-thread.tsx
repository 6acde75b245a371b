import Link from 'next/link'
import { ShowMore } from '@/components/layout/show-more'
import { tweetPath } from '@/components/tweets/byline'
import { Composer } from '@/components/tweets/composer'
import { DeletedTweet } from '@/components/tweets/deleted-tweet'
import { TweetCard } from '@/components/tweets/tweet-card'
import { TweetFocus } from '@/components/tweets/tweet-focus'
import { buttonLook } from '@/components/ui/button'
import type { Viewer } from '@/lib/auth/viewer'
import { type Thread, TWEET_MAX_CHARACTERS } from '@/lib/tweets/schema'

/** A conversation around one tweet: what it answers, the tweet, a place to answer it, and the answers. */
export function TweetThread({ viewer, thread: { ancestors, tweet, replies } }: { viewer: Viewer | null; thread: Thread }) {
  const path = tweetPath(tweet)
  return (
    <>
      {ancestors.length > 0 && (
        <ol aria-label="What this answers">
          {ancestors.map((ancestor) => (
            <li key={ancestor.id}>
              {'deleted' in ancestor ? <DeletedTweet className="mx-4 my-3" /> : <TweetCard tweet={ancestor} thread="continues" />}
            </li>
          ))}
        </ol>
      )}
      <TweetFocus tweet={tweet} />
      {viewer ? (
        <Composer key={tweet.id} me={viewer} max={TWEET_MAX_CHARACTERS} replyTo={{ id: tweet.id, username: tweet.author.username }} />
      ) : (
        <p className="flex items-center justify-between gap-4 border-line border-b px-4 py-3 text-ink-muted">
          Sign in to reply to @{tweet.author.username}.
          <Link href={`/login?next=${encodeURIComponent(path)}`} className={buttonLook({ variant: 'secondary', size: 'small' })}>
            Sign in
          </Link>
        </p>
      )}
      <section aria-label="Replies">
        <ol>
          {replies.items.map((reply) => (
            <li key={reply.id}>
              <TweetCard tweet={reply} thread="reply" />
            </li>
          ))}
        </ol>
        <ShowMore path={path} nextCursor={replies.nextCursor} />
      </section>
    </>
  )
}
