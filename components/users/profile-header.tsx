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
import { findEntities } from '@/lib/tweets/text'
import type { User } from '@/lib/users/schema'

/** Who somebody is: picture, names, bio, where to find them, and whom they follow. */
export function ProfileHeader({ viewer, user }: { viewer: Viewer | null; user: User }) {
  const { username, name, avatarUrl, bannerUrl, bio, location, website, createdAt } = user
  return (
    <div className="border-line border-b">
      <Banner url={bannerUrl} />
      <div className="space-y-3 px-4 pb-4">
        <div className="-mt-10 flex items-end justify-between gap-3 sm:-mt-12">
          <Avatar username={username} name={name} url={avatarUrl} size="large" className="ring-4 ring-canvas" />
          {viewer?.id === user.id ? (
            <Link href="/settings/profile" className={buttonLook({ variant: 'secondary', size: 'small' })}>
              Edit profile
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
            @{username}
            <FollowsYou user={user} />
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
          <Fact icon={<Icon node={CalendarDays} className="size-4.5 shrink-0" />}>Joined {month(new Date(createdAt))}</Fact>
          <li>
            <FeedLink path={`/${username}`} />
          </li>
        </ul>
        <div className="flex gap-5">
          <Tally href={`/${username}/following`} value={user.followingCount} noun="Following" />
          <Tally href={`/${username}/followers`} value={user.followersCount} noun={user.followersCount === 1 ? 'Follower' : 'Followers'} />
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

function Tally({ href, value, noun }: { href: string; value: number; noun: string }) {
  return (
    <Link href={href} className="inline-flex min-h-6 items-center gap-1 hover:underline pointer-coarse:min-h-touch">
      <span className="font-semibold">
        <Count value={value} />
      </span>{' '}
      <span className="text-ink-muted">{noun}</span>
    </Link>
  )
}
