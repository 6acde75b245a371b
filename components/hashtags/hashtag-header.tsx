import { FollowHashtagControl } from '@/components/hashtags/follow-hashtag-control'
import { Week } from '@/components/hashtags/week'
import { whyRanked } from '@/components/hashtags/why-ranked'
import { FeedLink } from '@/components/layout/feed-link'
import type { Hashtag } from '@/lib/hashtags/schema'
import { useWords } from '@/lib/http/look'

/** How much a hashtag is used: how often ever, what rank that gives it and why, and each of the last seven days; and a way to follow it. */
export function HashtagHeader({ hashtag }: { hashtag: Hashtag }) {
  const t = useWords('hashtags')
  return (
    <div className="space-y-3 border-line border-b px-4 py-4">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <p className="font-semibold">{t('tweets', { count: hashtag.tweetsCount })}</p>
          <p className="text-pretty text-ink-muted">{whyRanked(hashtag, t)}</p>
          <FeedLink path={`/hashtag/${encodeURIComponent(hashtag.word)}`} />
        </div>
        <FollowHashtagControl hashtag={hashtag} />
      </div>
      <Week history={hashtag.history} />
    </div>
  )
}
