import { Bookmark, Heart, type IconNode, PenLine, Repeat2 } from 'lucide'
import { ActSign, actLook } from '@/components/tweets/act-look'
import { BookmarkButton } from '@/components/tweets/bookmark-button'
import { tweetPath } from '@/components/tweets/byline'
import { CopyLink } from '@/components/tweets/copy-link'
import { LikeButton } from '@/components/tweets/like-button'
import { ReplyLink } from '@/components/tweets/reply-link'
import { RetweetMenu } from '@/components/tweets/retweet-menu'
import { counted } from '@/components/ui/count'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { menuItemLook } from '@/components/ui/menu'
import type { Tweet } from '@/lib/tweets/schema'

/** What one can do with a tweet; whoever is not signed in sees the same and is asked to sign in. */
export function TweetActions({ tweet }: { tweet: Tweet }) {
  const { id, likesCount, retweetsCount, viewer } = tweet
  const path = tweetPath(tweet)
  return (
    <div className="@container -mx-2 pointer-coarse:-mx-3.25">
      <div className="relative grid max-w-md grid-cols-[repeat(3,minmax(0,1fr))_2.75rem_2.75rem] items-center">
        <div className="flex flex-1">
          <ReplyLink tweet={tweet} />
        </div>
        {viewer ? (
          <>
            <RetweetMenu id={id} retweeted={viewer.retweeted} count={retweetsCount} quote={<QuoteLink id={id} />} />
            <LikeButton id={id} liked={viewer.liked} count={likesCount} />
            <BookmarkButton id={id} bookmarked={viewer.bookmarked} />
          </>
        ) : (
          <>
            <SignInTo
              path={path}
              icon={Repeat2}
              shortcut="t"
              label={`Retweet, ${counted(retweetsCount, 'retweet', 'retweets')}`}
              count={retweetsCount}
            />
            <SignInTo path={path} icon={Heart} shortcut="l" label={`Like, ${counted(likesCount, 'like', 'likes')}`} count={likesCount} />
            <SignInTo path={path} icon={Bookmark} shortcut="b" label="Bookmark" />
          </>
        )}
        <CopyLink path={path} />
      </div>
    </div>
  )
}

function QuoteLink({ id }: { id: string }) {
  return (
    <Link href={`/compose?quote=${id}`} className={menuItemLook()}>
      <Icon node={PenLine} className="size-5" />
      Quote
    </Link>
  )
}

type SignInToProps = { path: string; icon: IconNode; shortcut: string; label: string; count?: number }

function SignInTo({ path, icon, shortcut, label, count }: SignInToProps) {
  return (
    <div className={count === undefined ? undefined : 'flex flex-1'}>
      <Link
        href={`/login?next=${encodeURIComponent(path)}`}
        aria-label={label}
        data-key={shortcut}
        className={actLook({ tone: icon === Repeat2 ? 'success' : 'accent' })}
      >
        <ActSign icon={icon} count={count} />
      </Link>
    </div>
  )
}
