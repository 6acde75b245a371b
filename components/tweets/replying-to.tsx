import { Link } from '@/components/ui/link'
import type { Tweet } from '@/lib/tweets/schema'

/** Whom a reply answers. */
export function ReplyingTo({ tweet: { replyTo } }: { tweet: Tweet }) {
  if (!replyTo) return null
  return (
    <p className="text-ink-muted text-sm">
      {replyTo.username ? (
        <>
          Replying to{' '}
          <Link
            href={`/${replyTo.username}`}
            className="relative z-10 text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
          >
            @{replyTo.username}
          </Link>
        </>
      ) : (
        'Replying to a deleted tweet'
      )}
    </p>
  )
}
