import { Ellipsis, LogOut } from 'lucide'
import { SignOutButton } from '@/components/auth/sign-out-button'
import { placesOf } from '@/components/layout/places'
import { Avatar } from '@/components/ui/avatar'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Menu, menuItemLook } from '@/components/ui/menu'
import type { Viewer } from '@/lib/auth/viewer'
import { useWords } from '@/lib/http/look'

type Props = { id: string; viewer: Viewer; wide?: boolean; className?: string }

/** Who is signed in, the places that a phone's navigation has no room for, and the way out. */
export function AccountMenu({ id, viewer, wide = false, className }: Props) {
  const t = useWords('layout')
  const { username, name, avatarUrl } = viewer
  return (
    <div className={className}>
      <Menu
        id={id}
        buttonClassName="flex w-full items-center gap-3 rounded-full p-2 text-start hover:bg-surface focus-visible:rounded-full"
        button={
          <>
            <Avatar username={username} name={name} url={avatarUrl} size={wide ? 'medium' : 'small'} />
            <span className="sr-only">{t('account')} </span>
            {!wide && (
              <span className="sr-only">
                {name} @{username}
              </span>
            )}
            {wide && (
              <>
                <span className="sr-only min-w-0 flex-1 xl:not-sr-only xl:block">
                  <bdi className="block truncate font-semibold">{name}</bdi>{' '}
                  <span className="block truncate text-ink-muted text-sm">
                    <bdi>@{username}</bdi>
                  </span>
                </span>
                <Icon node={Ellipsis} className="hidden size-5 shrink-0 xl:block" />
              </>
            )}
          </>
        }
      >
        <p className="max-w-64 truncate px-4 py-2 text-ink-muted text-sm">
          {t.rich('signedInAs', { username, name: (inner) => <span className="font-semibold text-ink">{inner}</span> })}
        </p>
        {!wide &&
          placesOf(viewer)
            .filter(({ aside }) => aside)
            .map(({ href, label, icon }) => (
              <Link key={href} href={href} className={menuItemLook()}>
                <Icon node={icon} className="size-5" />
                {t(label)}
              </Link>
            ))}
        <SignOutButton>
          <Icon node={LogOut} className="size-5" />
          <span data-leaves>{t('signOut')}</span>
        </SignOutButton>
      </Menu>
    </div>
  )
}
