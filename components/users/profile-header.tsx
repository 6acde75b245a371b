import { CalendarDays, Link2, MapPin } from 'lucide'
import { FeedLink } from '@/components/layout/feed-link'
import { TweetText } from '@/components/tweets/tweet-text'
import { Avatar } from '@/components/ui/avatar'
import { buttonLook } from '@/components/ui/button'
import { Count } from '@/components/ui/count'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { month } from '@/components/ui/moment'
import { Banner } from '@/components/users/banner'
import { FollowControl } from '@/components/users/follow-control'
import { FollowsYou } from '@/components/users/follows-you'
import { ProfileMenu } from '@/components/users/profile-menu'
import type { Viewer } from '@/lib/auth/viewer'
import { useCustoms, useWords } from '@/lib/http/look'
import { findEntities } from '@/lib/tweets/text'
import type { User } from '@/lib/users/schema'

/** Who somebody is: picture, names, bio, where to find them, and whom they follow. */
export function ProfileHeader({ viewer, user }: { viewer: Viewer | null; user: User }) {
  const t = useWords('users')
  const customs = useCustoms()
  const { username, name, avatarUrl, bannerUrl, bio, location, website, createdAt } = user
  return (
    <div className="border-line border-b">
      <Banner url={bannerUrl} />
      <div className="space-y-3 px-4 pb-4">
        <div className="-mt-10 flex items-end justify-between gap-3 sm:-mt-12">
          <Avatar username={username} name={name} url={avatarUrl} size="large" className="ring-4 ring-canvas" />
          {viewer?.id === user.id ? (
            <Link href="/settings/profile" className={buttonLook({ variant: 'secondary', size: 'small' })}>
              {t('edit')}
            </Link>
          ) : (
            <div className="flex items-start gap-2">
              <ProfileMenu viewer={viewer} user={user} />
              <FollowControl viewer={viewer} user={user} />
            </div>
          )}
        </div>
        <div>
          <p className="font-bold text-xl [overflow-wrap:anywhere]">
            <bdi>{name}</bdi>
          </p>
          <p className="flex items-center gap-2 text-ink-muted">
            <bdi>@{username}</bdi>
            <FollowsYou user={user}>{t('followsYou')}</FollowsYou>
          </p>
        </div>
        {bio && <TweetText content={bio} entities={{ ...findEntities(bio), mentions: [] }} />}
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-muted">
          {location && (
            <Fact icon={<Icon node={MapPin} className="size-4.5 shrink-0" />}>
              <bdi className="[overflow-wrap:anywhere]">{location}</bdi>
            </Fact>
          )}
          {website && (
            <Fact icon={<Icon node={Link2} className="size-4.5 shrink-0" />}>
              <a href={website} rel="nofollow noopener ugc me" className="truncate text-accent hover:underline">
                {website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
              </a>
            </Fact>
          )}
          <Fact icon={<Icon node={CalendarDays} className="size-4.5 shrink-0" />}>
            {t('joined', { month: month(new Date(createdAt), customs) })}
          </Fact>
          <li>
            <FeedLink path={`/${username}`} />
          </li>
        </ul>
        <div className="flex gap-5">
          <Tally href={`/${username}/following`} value={user.followingCount} message="followingOf" />
          <Tally href={`/${username}/followers`} value={user.followersCount} message="followersOf" />
        </div>
      </div>
    </div>
  )
}

function Fact({ icon, children }: { icon: React.ReactNode; children: React.ReactNode }) {
  return (
    <li className="flex min-h-6 min-w-0 items-center gap-1.5">
      {icon}
      {children}
    </li>
  )
}

function Tally({ href, value, message }: { href: string; value: number; message: 'followingOf' | 'followersOf' }) {
  const t = useWords('users')
  const customs = useCustoms()
  return (
    <Link href={href} className="inline-flex min-h-6 items-center gap-1 hover:underline pointer-coarse:min-h-touch">
      {t.rich(message, {
        count: value,
        n: () => (
          <span key="n" className="font-semibold">
            <Count value={value} customs={customs} />
          </span>
        ),
        noun: (inner) => (
          <span key="noun" className="text-ink-muted">
            {inner}
          </span>
        ),
      })}
    </Link>
  )
}
