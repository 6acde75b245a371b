import { AtSign, Heart, type IconNode, MessageCircle, Quote, Repeat2, UserRoundPlus } from 'lucide'
import { tweetPath } from '@/components/tweets/byline'
import { TweetText } from '@/components/tweets/tweet-text'
import { Avatar } from '@/components/ui/avatar'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { Notification } from '@/lib/notifications/schema'

const KINDS: Record<Notification['type'], { icon: IconNode; words: string }> = {
  like: { icon: Heart, words: 'likes your tweet' },
  retweet: { icon: Repeat2, words: 'retweeted your tweet' },
  reply: { icon: MessageCircle, words: 'replied to you' },
  mention: { icon: AtSign, words: 'mentioned you' },
  quote: { icon: Quote, words: 'quoted your tweet' },
  follow: { icon: UserRoundPlus, words: 'follows you' },
}

/** Who did what, and the tweet it is about. A click anywhere opens that tweet, or the profile of who did it. */
export function NotificationCard({ notification: { type, actor, tweet, createdAt } }: { notification: Notification }) {
  const { icon, words } = KINDS[type]
  const profile = `/${actor.username}`
  return (
    <article aria-label={`${actor.name} ${words}`} className="relative flex gap-3 border-line border-b px-4 py-room hover:bg-surface">
      <Icon node={icon} className="ms-2 mt-1 size-5 shrink-0 text-accent" />
      <div className="min-w-0 flex-1">
        <Avatar username={actor.username} name={actor.name} url={actor.avatarUrl} size="small" />
        <p className="mt-2 [overflow-wrap:anywhere]">
          <Link href={profile} className="relative z-10 font-semibold hover:underline">
            <bdi>{actor.name}</bdi>
          </Link>{' '}
          {words}{' '}
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
