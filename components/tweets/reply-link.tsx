import { MessageCircle } from 'lucide'
import { ActSign, actLook } from '@/components/tweets/act-look'
import { Link } from '@/components/ui/link'
import type { Tweet } from '@/lib/tweets/schema'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = { tweet: Tweet; words: Templates<Key<'acts'>> }

/** Opens the form to answer a tweet, and says how many did. */
export function ReplyLink({ tweet: { id, repliesCount }, words }: Props) {
  return (
    <Link href={`/compose?replyTo=${id}`} aria-label={fill(words, 'reply', { count: repliesCount })} data-key="r" className={actLook()}>
      <ActSign icon={MessageCircle} customs={words.customs} count={repliesCount} />
    </Link>
  )
}
