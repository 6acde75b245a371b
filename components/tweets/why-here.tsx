import { Pin, Repeat2 } from 'lucide-react'
import Link from 'next/link'
import type { Tweet } from '@/lib/tweets/schema'

type Props = { tweet: Tweet; viewerId: string | undefined; pinned: boolean }

const ICON = 'size-4 shrink-0'

/** Why a tweet stands where it stands, if not by its own time: it is pinned, or somebody retweeted it. */
export function WhyHere({ tweet: { retweetedBy }, viewerId, pinned }: Props) {
  if (!pinned && !retweetedBy) return null
  return (
    <p className="flex min-h-6 min-w-0 items-center gap-3 ps-6 text-ink-muted text-sm">
      {pinned ? (
        <>
          <Pin aria-hidden="true" className={ICON} />
          Pinned
        </>
      ) : (
        <>
          <Repeat2 aria-hidden="true" className={ICON} />
          {retweetedBy && retweetedBy.id !== viewerId ? (
            <span className="flex min-w-0 gap-1">
              Retweeted by
              <Link href={`/${retweetedBy.username}`} prefetch={false} className="relative z-10 truncate hover:underline">
                <bdi>{retweetedBy.name}</bdi>
              </Link>
            </span>
          ) : (
            'You retweeted'
          )}
        </>
      )}
    </p>
  )
}
