import { deletedTweetPath, tweetPath } from '@/components/tweets/byline'
import { DeletedTweet } from '@/components/tweets/deleted-tweet'
import { ThreadLink } from '@/components/tweets/thread-link'
import { TweetCard } from '@/components/tweets/tweet-card'
import { cn } from '@/components/ui/cn'
import { useWords } from '@/lib/http/look'
import type { Branch } from '@/lib/tweets/conversation'

/** A reply and what was answered to it: a single answer flush below it, several indented. */
export function ReplyBranch({ branch: { tweet, replies, more }, small = false }: { branch: Branch; small?: boolean }) {
  const t = useWords('tweets')
  const forks = replies.length > 1
  const rest = more && (
    <ThreadLink href={'deleted' in tweet ? deletedTweetPath(tweet) : tweetPath(tweet)} small={small || forks}>
      {t('showMoreReplies')}
    </ThreadLink>
  )
  const thread = replies.length > 0 || rest ? 'continues' : 'reply'
  return (
    <>
      {'deleted' in tweet ? <DeletedTweet thread={thread} small={small} /> : <TweetCard tweet={tweet} thread={thread} small={small} />}
      {forks ? (
        <div className={cn('border-line border-s-2', small ? 'ms-[1.5625rem]' : 'ms-[2.1875rem]')}>
          <Answers branches={replies} small />
          {rest}
        </div>
      ) : (
        <>
          <Answers branches={replies} small={small} />
          {rest}
        </>
      )}
    </>
  )
}

function Answers({ branches, small }: { branches: Branch[]; small: boolean }) {
  if (branches.length === 0) return null
  return (
    <ol>
      {branches.map((branch) => (
        <li key={branch.tweet.id}>
          <ReplyBranch branch={branch} small={small} />
        </li>
      ))}
    </ol>
  )
}
