import type { ReactNode } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { Link } from '@/components/ui/link'
import { FollowControl } from '@/components/users/follow-control'
import { FollowsYou } from '@/components/users/follows-you'
import type { Viewer } from '@/lib/auth/viewer'
import { useWords } from '@/lib/http/look'
import type { User } from '@/lib/users/schema'

type Props = { viewer: Viewer | null; user: User; control?: ReactNode }

/** A person in a list, with a button to follow them unless `control` is another. A click anywhere else opens their profile. */
export function UserCard({ viewer, user, control = <FollowControl viewer={viewer} user={user} /> }: Props) {
  const t = useWords('users')
  const { username, name, avatarUrl, bio } = user
  return (
    <article className="relative flex gap-3 border-line border-b px-4 py-room transition-colors hover:bg-surface">
      <Avatar username={username} name={name} url={avatarUrl} />
      <div className="min-w-0 flex-1">
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <Link href={`/${username}`} className="card-link block truncate font-semibold hover:underline">
              <bdi>{name}</bdi>
            </Link>
            <p className="flex items-center gap-2 text-ink-muted">
              <bdi className="truncate">@{username}</bdi>
              <FollowsYou user={user}>{t('followsYou')}</FollowsYou>
            </p>
          </div>
          <div className="relative z-10">{control}</div>
        </div>
        {bio && (
          <p dir="auto" className="mt-1 [overflow-wrap:anywhere]">
            {bio}
          </p>
        )}
      </div>
    </article>
  )
}
