import { Activity } from '@/components/hashtags/activity'
import { counted } from '@/components/ui/count'
import type { Hashtag } from '@/lib/hashtags/schema'

/** How much a hashtag is used: how often ever, by how many people today, and on each of the last seven days. */
export function HashtagHeader({ hashtag: { tweetsCount, accounts24h, expected24h, history } }: { hashtag: Hashtag }) {
  return (
    <div className="flex items-end justify-between gap-4 border-line border-b px-4 py-4">
      <div>
        <p className="font-semibold">{counted(tweetsCount, 'tweet', 'tweets')}</p>
        <p className="text-ink-muted">
          {counted(accounts24h, 'person', 'people')} in 24 h, usually {Math.round(expected24h)}
        </p>
      </div>
      <Activity history={history} />
    </div>
  )
}
