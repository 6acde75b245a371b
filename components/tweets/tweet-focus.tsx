import { MediaGrid } from '@/components/media/media-grid'
import { AuthorName } from '@/components/tweets/byline'
import { QuoteCard } from '@/components/tweets/quote-card'
import { ReplyingTo } from '@/components/tweets/replying-to'
import { Tallies } from '@/components/tweets/tallies'
import { TweetActions } from '@/components/tweets/tweet-actions'
import { TweetMenu } from '@/components/tweets/tweet-menu'
import { TweetText } from '@/components/tweets/tweet-text'
import { Avatar } from '@/components/ui/avatar'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { useWords } from '@/lib/http/look'
import type { Tweet } from '@/lib/tweets/schema'

/** The tweet that a page is about. */
export function TweetFocus({ tweet }: { tweet: Tweet }) {
  const t = useWords('tweets')
  const { author, content, entities, media, quote, createdAt } = tweet
  return (
    <article
      data-about=""
      data-tweet={tweet.id}
      aria-label={t('tweetBy', { name: author.name })}
      className="border-line border-b px-4 py-3"
    >
      <div className="flex items-start justify-between gap-2">
        <Link href={`/${author.username}`} data-person={author.username} className="group flex min-w-0 items-center gap-3 rounded-full">
          <Avatar username={author.username} name={author.name} url={author.avatarUrl} />
          <span className="flex min-w-0 flex-col group-hover:[&>bdi:first-child]:underline">
            <AuthorName author={author} />
          </span>
        </Link>
        <TweetMenu tweet={tweet} returnTo={`/${author.username}`} />
      </div>
      <div className="mt-3 space-y-2">
        <ReplyingTo tweet={tweet} />
        {content && <TweetText content={content} entities={entities} className="text-xl" />}
        <MediaGrid media={media} eager />
        {quote && <QuoteCard quote={quote} />}
        <p className="text-ink-muted text-sm">
          <Time at={createdAt} full />
        </p>
        <Tallies tweet={tweet} />
        <TweetActions tweet={tweet} />
      </div>
    </article>
  )
}
