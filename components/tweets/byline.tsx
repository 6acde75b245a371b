import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { DeletedTweet, Tweet } from '@/lib/tweets/schema'
import type { UserSummary } from '@/lib/users/schema'

/** The address of a tweet's page. */
export function tweetPath({ id, author }: Pick<Tweet, 'id' | 'author'>): string {
  return `/${author.username}/status/${id}`
}

/** The address of the place of a deleted tweet, whose author is not told. No username is so short. */
export function deletedTweetPath({ id }: Pick<DeletedTweet, 'id'>): string {
  return `/i/status/${id}`
}

/** Name and username of who wrote it; where there is no room for both, the username gives way. */
export function AuthorName({ author }: { author: UserSummary }) {
  return (
    <>
      <bdi className="max-w-full shrink-0 truncate font-semibold text-ink">{author.name}</bdi>{' '}
      <bdi className="min-w-0 truncate text-ink-muted">@{author.username}</bdi>
    </>
  )
}

/** Who wrote a tweet and when. The time is the link to the tweet and stretches over its card. */
export function Byline({ tweet, linkAuthor = true }: { tweet: Tweet; linkAuthor?: boolean }) {
  const { author, createdAt } = tweet
  return (
    <div className="flex min-w-0 items-baseline gap-1.5">
      {linkAuthor ? (
        <Link
          href={`/${author.username}`}
          data-person={author.username}
          className="group/author relative z-10 flex min-h-6 min-w-0 items-baseline gap-1.5 [&>bdi:first-child]:hover:underline"
        >
          <AuthorName author={author} />
        </Link>
      ) : (
        <span className="flex min-w-0 items-baseline gap-1.5">
          <AuthorName author={author} />
        </span>
      )}
      <span aria-hidden="true" className="text-ink-muted">
        ·
      </span>
      <Link
        href={tweet.replyTo ? `${tweetPath(tweet)}#tweet` : tweetPath(tweet)}
        className="card-link inline-block shrink-0 text-ink-muted leading-6 hover:underline"
      >
        <Time at={createdAt} />
      </Link>
    </div>
  )
}
