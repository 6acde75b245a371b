import { MessageCircle } from 'lucide-react'
import Link from 'next/link'
import { Count, counted } from '@/components/ui/count'
import type { Tweet } from '@/lib/tweets/schema'

/** Opens the form to answer a tweet, and says how many did. */
export function ReplyLink({ tweet: { id, repliesCount } }: { tweet: Tweet }) {
  return (
    <Link
      href={`/compose?replyTo=${id}`}
      prefetch={false}
      aria-label={`Reply, ${counted(repliesCount, 'reply', 'replies')}`}
      className="relative z-10 flex min-h-9 min-w-14 items-center gap-1.5 rounded-full px-2 text-ink-muted text-sm transition-colors hover:bg-accent-soft hover:text-accent focus-visible:rounded-full pointer-coarse:min-h-touch"
    >
      <MessageCircle aria-hidden="true" className="size-4.5" />
      {repliesCount > 0 && <Count value={repliesCount} />}
    </Link>
  )
}
