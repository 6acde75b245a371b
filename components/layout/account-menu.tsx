import { Ellipsis } from 'lucide-react'
import { SignOutButton } from '@/components/auth/sign-out-button'
import { Avatar } from '@/components/ui/avatar'
import { Menu } from '@/components/ui/menu'
import type { Viewer } from '@/lib/auth/viewer'

type Props = { id: string; viewer: Viewer; wide?: boolean; className?: string }

/** Who is signed in, and the way out. */
export function AccountMenu({ id, viewer, wide = false, className }: Props) {
  const { username, name, avatarUrl } = viewer
  return (
    <div className={className}>
      <Menu
        id={id}
        label={`Account: ${name} @${username}`}
        buttonClassName="flex w-full items-center gap-3 rounded-full p-2 text-start hover:bg-surface focus-visible:rounded-full"
        button={
          <>
            <Avatar username={username} name={name} url={avatarUrl} size={wide ? 'medium' : 'small'} />
            {wide && (
              <>
                <span className="hidden min-w-0 flex-1 xl:block">
                  <bdi className="block truncate font-semibold">{name}</bdi>{' '}
                  <span className="block truncate text-ink-muted text-sm">@{username}</span>
                </span>
                <Ellipsis aria-hidden="true" className="hidden size-5 shrink-0 xl:block" />
              </>
            )}
          </>
        }
      >
        <p className="max-w-64 truncate px-4 py-2 text-ink-muted text-sm">
          Signed in as <span className="font-semibold text-ink">@{username}</span>
        </p>
        <SignOutButton />
      </Menu>
    </div>
  )
}
