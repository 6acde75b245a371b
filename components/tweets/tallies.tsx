import { tweetPath } from '@/components/tweets/byline'
import { Count } from '@/components/ui/count'
import { Link } from '@/components/ui/link'
import type { Tweet } from '@/lib/tweets/schema'

/** How often a tweet was answered, retweeted, quoted and liked, each a link to who did it. */
export function Tallies({ tweet }: { tweet: Tweet }) {
  const { repliesCount, retweetsCount, quotesCount, likesCount } = tweet
  if (repliesCount + retweetsCount + quotesCount + likesCount === 0) return null
  const path = tweetPath(tweet)
  return (
    <ul className="flex flex-wrap gap-x-4 text-sm">
      <Tally value={repliesCount} one="reply" many="replies" />
      <Tally value={retweetsCount} one="retweet" many="retweets" href={`${path}/retweets`} />
      <Tally value={quotesCount} one="quote" many="quotes" href={`${path}/quotes`} />
      <Tally value={likesCount} one="like" many="likes" href={`${path}/likes`} />
    </ul>
  )
}

function Tally({ value, one, many, href }: { value: number; one: string; many: string; href?: string }) {
  if (value === 0) return null
  const look = 'inline-flex min-h-6 items-center gap-1 pointer-coarse:min-h-touch'
  const text = (
    <>
      <span className="font-semibold text-ink">
        <Count value={value} />
      </span>{' '}
      <span className="text-ink-muted">{value === 1 ? one : many}</span>
    </>
  )
  return (
    <li>
      {href ? (
        <Link href={href} className={`${look} hover:underline`}>
          {text}
        </Link>
      ) : (
        <span className={look}>{text}</span>
      )}
    </li>
  )
}
