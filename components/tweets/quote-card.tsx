import { MediaGrid } from '@/components/media/media-grid'
import { Byline } from '@/components/tweets/byline'
import { DeletedTweet } from '@/components/tweets/deleted-tweet'
import { TweetText } from '@/components/tweets/tweet-text'
import { Avatar } from '@/components/ui/avatar'
import { useWords } from '@/lib/http/look'
import type { Tweet } from '@/lib/tweets/schema'

/** The tweet that a tweet quotes, inside it. */
export function QuoteCard({ quote }: { quote: NonNullable<Tweet['quote']> }) {
  const t = useWords('tweets')
  if ('deleted' in quote) return <DeletedTweet className="mt-2" />
  const { author } = quote
  return (
    <article
      aria-label={t('quotedTweetBy', { name: author.name })}
      className="card relative z-10 mt-2 rounded-xl border border-line p-3 hover:bg-canvas"
    >
      <div className="flex items-center gap-2">
        <Avatar username={author.username} name={author.name} url={author.avatarUrl} size="tiny" />
        <Byline tweet={quote} linkAuthor={false} />
      </div>
      {quote.content && <TweetText content={quote.content} entities={quote.entities} linked={false} className="mt-1" />}
      <MediaGrid media={quote.media} quoted />
    </article>
  )
}
