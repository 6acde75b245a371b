import { ShowMore } from '@/components/layout/show-more'
import { deletedTweetPath, tweetPath } from '@/components/tweets/byline'
import { ComposerPanel } from '@/components/tweets/composer-panel'
import { DeletedTweet } from '@/components/tweets/deleted-tweet'
import { ReplyBranch } from '@/components/tweets/reply-branch'
import { ThreadLink } from '@/components/tweets/thread-link'
import { TweetCard } from '@/components/tweets/tweet-card'
import { TweetFocus } from '@/components/tweets/tweet-focus'
import { buttonLook } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Link } from '@/components/ui/link'
import type { Viewer } from '@/lib/auth/viewer'
import { useWords } from '@/lib/http/look'
import type { Conversation } from '@/lib/tweets/conversation'
import type { Tweet } from '@/lib/tweets/schema'

type Props = { viewer: Viewer | null; conversation: Conversation }

/** A conversation around one tweet: what it answers, the tweet, a place to answer it, and the answers. */
export function TweetThread({ viewer, conversation: { ancestors, earlier, tweet, branches } }: Props) {
  const t = useWords('tweets')
  const topmost = ancestors.find((ancestor): ancestor is Tweet => !('deleted' in ancestor))
  const path = 'deleted' in tweet ? deletedTweetPath(tweet) : tweetPath(tweet)
  return (
    <>
      {earlier && topmost && <ThreadLink href={tweetPath(topmost)}>{t('showEarlier')}</ThreadLink>}
      {ancestors.length > 0 && (
        <ol aria-label={t('answered')}>
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
        <section aria-label={t('replies')}>
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
  const [t, layout] = [useWords('tweets'), useWords('layout')]
  const { username } = tweet.author
  if (viewer) return <ComposerPanel key={tweet.id} viewer={viewer} replyTo={{ id: tweet.id, username }} />
  return (
    <p className="flex items-center justify-between gap-4 border-line border-b px-4 py-3 text-ink-muted">
      <span className="min-w-0 [overflow-wrap:anywhere]">{t('signInToReply', { username })}</span>
      <Link href={`/login?next=${encodeURIComponent(tweetPath(tweet))}`} className={buttonLook({ variant: 'secondary', size: 'small' })}>
        {layout('signIn')}
      </Link>
    </p>
  )
}
