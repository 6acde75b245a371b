import { MessageCircle } from 'lucide'
import { ActSign, actLook } from '@/components/tweets/act-look'
import { counted } from '@/components/ui/count'
import { Link } from '@/components/ui/link'
import type { Tweet } from '@/lib/tweets/schema'

/** Opens the form to answer a tweet, and says how many did. */
export function ReplyLink({ tweet: { id, repliesCount } }: { tweet: Tweet }) {
  return (
    <Link
      href={`/compose?replyTo=${id}`}
      aria-label={`Reply, ${counted(repliesCount, 'reply', 'replies')}`}
      data-key="r"
      className={actLook()}
    >
      <ActSign icon={MessageCircle} count={repliesCount} />
    </Link>
  )
}
