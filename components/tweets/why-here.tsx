import { Pin, Repeat2 } from 'lucide'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { useWords } from '@/lib/http/look'
import type { Tweet } from '@/lib/tweets/schema'

type Props = { tweet: Tweet; viewerId: string | undefined; pinned: boolean }

const LINE = 'flex min-h-6 min-w-0 items-center gap-3 ps-6 text-ink-muted text-sm'
const ICON = 'size-4 shrink-0'

/** Why a tweet stands where it stands, if not by its own time: it is pinned, or somebody retweeted it. */
export function WhyHere({ tweet: { retweetedBy }, viewerId, pinned }: Props) {
  const t = useWords('tweets')
  if (pinned) {
    return (
      <p className={LINE}>
        <Icon node={Pin} className={ICON} />
        {t('pinned')}
      </p>
    )
  }
  if (!retweetedBy) return null
  const mine = retweetedBy.id === viewerId
  return (
    // A tweet that one retweets right here does not grow a line that pushes it down.
    <p className={cn(LINE, mine && 'in-[.held]:hidden')}>
      <Icon node={Repeat2} className={ICON} />
      {mine ? (
        t('youRetweeted')
      ) : (
        <span className="truncate">
          {t.rich('retweetedBy', {
            name: retweetedBy.name,
            person: (name) => (
              <Link key="person" href={`/${retweetedBy.username}`} className="relative z-10 hover:underline">
                <bdi>{name}</bdi>
              </Link>
            ),
          })}
        </span>
      )}
    </p>
  )
}
