import Link from 'next/link'
import { ShowMore } from '@/components/layout/show-more'
import { tweetPath } from '@/components/tweets/byline'
import { Composer } from '@/components/tweets/composer'
import { DeletedTweet } from '@/components/tweets/deleted-tweet'
import { ReplyBranch } from '@/components/tweets/reply-branch'
import { ThreadLink } from '@/components/tweets/thread-link'
import { TweetCard } from '@/components/tweets/tweet-card'
import { TweetFocus } from '@/components/tweets/tweet-focus'
import { buttonLook } from '@/components/ui/button'
import type { Viewer } from '@/lib/auth/viewer'
import type { Conversation } from '@/lib/tweets/conversation'
import { TWEET_MAX_CHARACTERS, type Tweet } from '@/lib/tweets/schema'

type Props = { viewer: Viewer | null; conversation: Conversation }

/** A conversation around one tweet: what it answers, the tweet, a place to answer it, and the answers. */
export function TweetThread({ viewer, conversation: { ancestors, earlier, tweet, branches } }: Props) {
  const path = tweetPath(tweet)
  const topmost = ancestors.find((ancestor): ancestor is Tweet => !('deleted' in ancestor))
  return (
    <>
      {earlier && topmost && <ThreadLink href={tweetPath(topmost)}>Show earlier</ThreadLink>}
      {ancestors.length > 0 && (
        <ol aria-label="What this answers">
          {ancestors.map((ancestor) => (
            <li key={ancestor.id}>
              {'deleted' in ancestor ? <DeletedTweet thread="continues" /> : <TweetCard tweet={ancestor} thread="continues" />}
            </li>
          ))}
        </ol>
      )}
      <TweetFocus tweet={tweet} />
      {viewer ? (
        <Composer key={tweet.id} me={viewer} max={TWEET_MAX_CHARACTERS} replyTo={{ id: tweet.id, username: tweet.author.username }} />
      ) : (
        <p className="flex items-center justify-between gap-4 border-line border-b px-4 py-3 text-ink-muted">
          <span className="min-w-0 [overflow-wrap:anywhere]">Sign in to reply to @{tweet.author.username}.</span>
          <Link href={`/login?next=${encodeURIComponent(path)}`} className={buttonLook({ variant: 'secondary', size: 'small' })}>
            Sign in
          </Link>
        </p>
      )}
      <section aria-label="Replies">
        <ol>
          {branches.items.map((branch) => (
            <li key={branch.tweet.id} className="border-line border-b">
              <ReplyBranch branch={branch} />
            </li>
          ))}
        </ol>
        <ShowMore path={path} nextCursor={branches.nextCursor} />
      </section>
    </>
  )
}
