import { MediaGrid } from '@/components/media/media-grid'
import { Byline } from '@/components/tweets/byline'
import { QuoteCard } from '@/components/tweets/quote-card'
import { ReplyingTo } from '@/components/tweets/replying-to'
import { TweetActions } from '@/components/tweets/tweet-actions'
import { TweetMenu } from '@/components/tweets/tweet-menu'
import { TweetText } from '@/components/tweets/tweet-text'
import { WhyHere } from '@/components/tweets/why-here'
import { Avatar } from '@/components/ui/avatar'
import { cn } from '@/components/ui/cn'
import { Link } from '@/components/ui/link'
import { useWords } from '@/lib/http/look'
import type { Tweet } from '@/lib/tweets/schema'

type Props = {
  tweet: Tweet
  viewerId?: string | undefined
  /** Whether it opens its author's profile. */
  pinned?: boolean
  /** In a conversation the answered tweet stands right above, joined by a line if what follows answers it in turn. */
  thread?: 'continues' | 'reply'
  /** Whether it stands indented, where there is less room. */
  small?: boolean
  /** Whether it is only there to be read, above where one answers it. */
  still?: boolean
}

/** A tweet in a list. A click anywhere opens it; what is inside stays clickable. */
export function TweetCard({ tweet, viewerId, pinned = false, thread, small = false, still = false }: Props) {
  const t = useWords('tweets')
  const { author, content, entities, media, quote } = tweet
  return (
    <article
      data-tweet={tweet.id}
      aria-label={t('tweetBy', { name: author.name })}
      className={cn(
        'card relative px-4 pt-room pb-1 transition-colors hover:bg-surface',
        !thread && 'border-line border-b',
        small && 'ps-2.5',
      )}
    >
      <WhyHere tweet={tweet} viewerId={viewerId} pinned={pinned} />
      <div className={cn('flex', small ? 'gap-2' : 'gap-3')}>
        <div className="flex flex-col items-center">
          <Link
            href={`/${author.username}`}
            data-person={author.username}
            tabIndex={-1}
            aria-hidden="true"
            className="relative z-10 rounded-full"
          >
            <Avatar username={author.username} name={author.name} url={author.avatarUrl} size={small ? 'small' : 'medium'} />
          </Link>
          {thread === 'continues' && <span aria-hidden="true" className="mt-1 -mb-3 w-0.5 grow bg-line" />}
        </div>
        <div className="min-w-0 flex-1">
          <div className="flex items-start justify-between gap-2">
            <Byline tweet={tweet} />
            {!still && <TweetMenu tweet={tweet} />}
          </div>
          {!thread && <ReplyingTo tweet={tweet} />}
          {content && <TweetText content={content} entities={entities} className="mt-0.5" />}
          <MediaGrid media={media} />
          {quote && <QuoteCard quote={quote} />}
          {still ? <div className="pb-2" /> : <TweetActions tweet={tweet} />}
        </div>
      </div>
    </article>
  )
}
