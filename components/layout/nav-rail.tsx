import { Feather } from 'lucide'
import { AccountMenu } from '@/components/layout/account-menu'
import { PlaceLink } from '@/components/layout/place-link'
import { placesOf } from '@/components/layout/places'
import { Wordmark } from '@/components/layout/wordmark'
import { buttonLook } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import type { Viewer } from '@/lib/auth/viewer'
import { useWords } from '@/lib/http/look'

const ITEM =
  'group flex min-h-12 items-center gap-4 rounded-full px-3.5 text-lg transition-colors hover:bg-surface focus-visible:rounded-full aria-[current=page]:font-bold'

/** The navigation beside the page: icons on a tablet, icons with labels on a desk. */
export function NavRail({ viewer }: { viewer: Viewer | null }) {
  const t = useWords('layout')
  return (
    <header className="sticky top-0 hidden h-dvh w-rail shrink-0 flex-col items-center py-3 md:flex xl:w-rail-wide xl:items-stretch xl:ps-2 xl:pe-5">
      <Link
        href={viewer ? '/home' : '/'}
        aria-label={t('startPage')}
        className="mb-3 rounded-full p-2.5 hover:bg-surface focus-visible:rounded-full xl:self-start"
      >
        <Wordmark nameClassName="hidden xl:inline" />
      </Link>
      <nav aria-label={t('main')}>
        <ul className="space-y-1">
          {placesOf(viewer).map((place) => (
            <li key={place.href}>
              <PlaceLink
                place={place}
                className={ITEM}
                iconClassName="size-6 group-aria-[current=page]:stroke-[2.5]"
                title={t(place.label)}
              >
                <span className="sr-only xl:not-sr-only">{t(place.label)}</span>
              </PlaceLink>
            </li>
          ))}
        </ul>
      </nav>
      {viewer && (
        <>
          <Link href="/compose" data-key="n" title={t('tweet')} className={cn(buttonLook({ size: 'rail' }), 'mt-5')}>
            <Icon node={Feather} className="size-5" />
            <span className="sr-only xl:not-sr-only">{t('tweet')}</span>
          </Link>
          <AccountMenu id="account-menu" viewer={viewer} wide className="mt-auto" />
        </>
      )}
    </header>
  )
}
