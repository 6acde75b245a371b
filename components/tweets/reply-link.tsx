import { MessageCircle } from 'lucide-react'
import Link from 'next/link'
import { ActSign, actLook } from '@/components/tweets/act-look'
import { counted } from '@/components/ui/count'
import type { Tweet } from '@/lib/tweets/schema'

/** Opens the form to answer a tweet, and says how many did. */
export function ReplyLink({ tweet: { id, repliesCount } }: { tweet: Tweet }) {
  return (
    <Link
      href={`/compose?replyTo=${id}`}
      prefetch={false}
      aria-label={`Reply, ${counted(repliesCount, 'reply', 'replies')}`}
      className={actLook()}
    >
      <ActSign icon={MessageCircle} count={repliesCount} />
    </Link>
  )
}
