import { ShowMore } from '@/components/layout/show-more'
import { deletedTweetPath, tweetPath } from '@/components/tweets/byline'
import { Composer } from '@/components/tweets/composer'
import { DeletedTweet } from '@/components/tweets/deleted-tweet'
import { PlainImages } from '@/components/tweets/plain-images'
import { ReplyBranch } from '@/components/tweets/reply-branch'
import { ThreadLink } from '@/components/tweets/thread-link'
import { TweetCard } from '@/components/tweets/tweet-card'
import { TweetFocus } from '@/components/tweets/tweet-focus'
import { Avatar } from '@/components/ui/avatar'
import { buttonLook } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Link } from '@/components/ui/link'
import type { Viewer } from '@/lib/auth/viewer'
import type { Conversation } from '@/lib/tweets/conversation'
import { TWEET_MAX_CHARACTERS, type Tweet } from '@/lib/tweets/schema'

type Props = { viewer: Viewer | null; conversation: Conversation }

/** A conversation around one tweet: what it answers, the tweet, a place to answer it, and the answers. */
export function TweetThread({ viewer, conversation: { ancestors, earlier, tweet, branches } }: Props) {
  const topmost = ancestors.find((ancestor): ancestor is Tweet => !('deleted' in ancestor))
  const path = 'deleted' in tweet ? deletedTweetPath(tweet) : tweetPath(tweet)
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
      {/* The page opens here and not at the chain above; what comes later of that chain is one scroll away. */}
      <div id="tweet" className={cn('scroll-mt-14', ancestors.length > 0 && 'min-h-dvh [scroll-initial-target:nearest]')}>
        {'deleted' in tweet ? (
          <div className="border-line border-b px-4 py-3">
            <DeletedTweet />
          </div>
        ) : (
          <>
            <TweetFocus tweet={tweet} />
            <Answer viewer={viewer} tweet={tweet} />
          </>
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
      </div>
    </>
  )
}

/** A place to answer the tweet, or the way to one. */
function Answer({ viewer, tweet }: { viewer: Viewer | null; tweet: Tweet }) {
  if (viewer) {
    return (
      <Composer
        key={tweet.id}
        avatar={<Avatar username={viewer.username} name={viewer.name} url={viewer.avatarUrl} />}
        max={TWEET_MAX_CHARACTERS}
        plainImages={<PlainImages />}
        replyTo={{ id: tweet.id, username: tweet.author.username }}
      />
    )
  }
  return (
    <p className="flex items-center justify-between gap-4 border-line border-b px-4 py-3 text-ink-muted">
      <span className="min-w-0 [overflow-wrap:anywhere]">Sign in to reply to @{tweet.author.username}.</span>
      <Link href={`/login?next=${encodeURIComponent(tweetPath(tweet))}`} className={buttonLook({ variant: 'secondary', size: 'small' })}>
        Sign in
      </Link>
    </p>
  )
}
