import { AtSign, Heart, type IconNode, MessageCircle, Quote, Repeat2, UserRoundPlus } from 'lucide'
import { tweetPath } from '@/components/tweets/byline'
import { TweetText } from '@/components/tweets/tweet-text'
import { Avatar } from '@/components/ui/avatar'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { useWords } from '@/lib/http/look'
import type { Notification } from '@/lib/notifications/schema'

const ICONS: Record<Notification['type'], IconNode> = {
  like: Heart,
  retweet: Repeat2,
  reply: MessageCircle,
  mention: AtSign,
  quote: Quote,
  follow: UserRoundPlus,
}

/** Who did what, and the tweet it is about. A click anywhere opens that tweet, or the profile of who did it. */
export function NotificationCard({ notification: { type, actor, tweet, createdAt } }: { notification: Notification }) {
  const t = useWords('notifications')
  const profile = `/${actor.username}`
  const label = [t.rich(type, { name: actor.name, who: (inner) => inner.join('') })].flat().join('')
  const who = () => (
    <Link key="who" href={profile} className="relative z-10 font-semibold hover:underline">
      <bdi>{actor.name}</bdi>
    </Link>
  )
  return (
    <article aria-label={label} className="relative flex gap-3 border-line border-b px-4 py-room hover:bg-surface">
      <Icon node={ICONS[type]} className="ms-2 mt-1 size-5 shrink-0 text-accent" />
      <div className="min-w-0 flex-1">
        <Avatar username={actor.username} name={actor.name} url={actor.avatarUrl} size="small" />
        <p className="mt-2 [overflow-wrap:anywhere]">
          {t.rich(type, { name: actor.name, who })}{' '}
          <span aria-hidden="true" className="text-ink-muted">
            ·
          </span>{' '}
          <Link href={tweet ? tweetPath(tweet) : profile} className="card-link text-ink-muted hover:underline">
            <Time at={createdAt} />
          </Link>
        </p>
        {tweet?.content && (
          <TweetText content={tweet.content} entities={tweet.entities} linked={false} className="mt-1 line-clamp-4 text-ink-muted" />
        )}
      </div>
    </article>
  )
}
