import { Bookmark, Heart, type IconNode, PenLine, Repeat2 } from 'lucide'
import { ActSign, actLook } from '@/components/tweets/act-look'
import { BookmarkButton } from '@/components/tweets/bookmark-button'
import { tweetPath } from '@/components/tweets/byline'
import { CopyLink } from '@/components/tweets/copy-link'
import { LikeButton } from '@/components/tweets/like-button'
import { ReplyLink } from '@/components/tweets/reply-link'
import { RetweetMenu } from '@/components/tweets/retweet-menu'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { menuItemLook } from '@/components/ui/menu'
import { useTemplates } from '@/lib/http/look'
import type { Tweet } from '@/lib/tweets/schema'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

/** What one can do with a tweet; whoever is not signed in sees the same and is asked to sign in. */
export function TweetActions({ tweet }: { tweet: Tweet }) {
  const words = useTemplates('acts')
  const { id, likesCount, retweetsCount, viewer } = tweet
  const path = tweetPath(tweet)
  return (
    <div className="@container -mx-2 pointer-coarse:-mx-3.25">
      <div className="relative grid max-w-md grid-cols-[repeat(3,minmax(0,1fr))_2.75rem_2.75rem] items-center">
        <div className="flex flex-1">
          <ReplyLink tweet={tweet} words={words} />
        </div>
        {viewer ? (
          <>
            <RetweetMenu
              id={id}
              retweeted={viewer.retweeted}
              count={retweetsCount}
              quote={<QuoteLink id={id} words={words} />}
              words={words}
            />
            <LikeButton id={id} liked={viewer.liked} count={likesCount} words={words} />
            <BookmarkButton id={id} bookmarked={viewer.bookmarked} words={words} />
          </>
        ) : (
          <>
            <SignInTo
              path={path}
              icon={Repeat2}
              shortcut="t"
              label={fill(words, 'retweet', { count: retweetsCount })}
              count={retweetsCount}
              customs={words.customs}
            />
            <SignInTo
              path={path}
              icon={Heart}
              shortcut="l"
              label={fill(words, 'like', { count: likesCount })}
              count={likesCount}
              customs={words.customs}
            />
            <SignInTo path={path} icon={Bookmark} shortcut="b" label={fill(words, 'bookmark')} customs={words.customs} />
          </>
        )}
        <CopyLink path={path} words={words} />
      </div>
    </div>
  )
}

function QuoteLink({ id, words }: { id: string; words: Templates<Key<'acts'>> }) {
  return (
    <Link href={`/compose?quote=${id}`} className={menuItemLook()}>
      <Icon node={PenLine} className="size-5" />
      {fill(words, 'quote')}
    </Link>
  )
}

type SignInToProps = { path: string; icon: IconNode; shortcut: string; label: string; customs: string; count?: number }

function SignInTo({ path, icon, shortcut, label, customs, count }: SignInToProps) {
  return (
    <div className={count === undefined ? undefined : 'flex flex-1'}>
      <Link
        href={`/login?next=${encodeURIComponent(path)}`}
        aria-label={label}
        data-key={shortcut}
        className={actLook({ tone: icon === Repeat2 ? 'success' : 'accent' })}
      >
        <ActSign icon={icon} customs={customs} count={count} />
      </Link>
    </div>
  )
}
