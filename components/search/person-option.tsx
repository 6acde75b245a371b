import { Avatar } from '@/components/ui/avatar'
import type { User } from '@/lib/users/schema'

type Props = Pick<User, 'username' | 'name' | 'avatarUrl' | 'viewer'> & { following: string }

/** Somebody whom one may choose; `following` says that one follows them. */
export function PersonOption({ username, name, avatarUrl, viewer, following }: Props) {
  return (
    <>
      <Avatar username={username} name={name} url={avatarUrl} size="small" />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-semibold leading-5">{name}</bdi>{' '}
        <span className="block truncate text-ink-muted text-sm leading-5">
          <bdi>@{username}</bdi>
          {viewer?.following && ` · ${following}`}
        </span>
      </span>
    </>
  )
}
