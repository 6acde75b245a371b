import { tweetPath } from '@/components/tweets/byline'
import { Count } from '@/components/ui/count'
import { Link } from '@/components/ui/link'
import { useCustoms, useWords } from '@/lib/http/look'
import type { Tweet } from '@/lib/tweets/schema'

/** How often a tweet was answered, retweeted, quoted and liked, each a link to who did it. */
export function Tallies({ tweet }: { tweet: Tweet }) {
  const { repliesCount, retweetsCount, quotesCount, likesCount } = tweet
  if (repliesCount + retweetsCount + quotesCount + likesCount === 0) return null
  const path = tweetPath(tweet)
  return (
    <ul className="flex flex-wrap gap-x-4 text-sm">
      <Tally of="replies" count={repliesCount} />
      <Tally of="retweets" count={retweetsCount} href={`${path}/retweets`} />
      <Tally of="quotes" count={quotesCount} href={`${path}/quotes`} />
      <Tally of="likes" count={likesCount} href={`${path}/likes`} />
    </ul>
  )
}

type Props = { of: 'replies' | 'retweets' | 'quotes' | 'likes'; count: number; href?: string }

function Tally({ of, count, href }: Props) {
  const [t, customs] = [useWords('tweets'), useCustoms()]
  if (count === 0) return null
  const look = 'inline-flex min-h-6 items-center gap-1 pointer-coarse:min-h-touch'
  const text = t.rich(`tally.${of}`, {
    count,
    n: () => (
      <span key="n" className="font-semibold text-ink">
        <Count value={count} customs={customs} />
      </span>
    ),
    noun: (noun) => (
      <span key="noun" className="text-ink-muted">
        {noun}
      </span>
    ),
  })
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
