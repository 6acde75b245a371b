import { Feather } from 'lucide'
import { ComposeButton } from '@/components/layout/compose-button'
import { PlaceLink } from '@/components/layout/place-link'
import { placesOf } from '@/components/layout/places'
import { Icon } from '@/components/ui/icon'
import type { Viewer } from '@/lib/auth/viewer'
import { useWords } from '@/lib/http/look'

/** The navigation at the foot of a phone, with the button to write above it. */
export function TabBar({ viewer }: { viewer: Viewer | null }) {
  const t = useWords('layout')
  const places = placesOf(viewer).filter(({ aside }) => !aside)
  return (
    <nav aria-label={t('main')} className="fixed inset-x-0 bottom-0 z-30 md:hidden">
      {viewer && (
        <ComposeButton>
          <Icon node={Feather} className="size-6" />
          <span className="sr-only">{t('tweet')}</span>
        </ComposeButton>
      )}
      <ul className="flex border-line border-t bg-canvas pb-[env(safe-area-inset-bottom)]">
        {places.map((place) => (
          <li key={place.href} className="flex-1">
            <PlaceLink
              place={place}
              className="group flex h-13 flex-col items-center justify-center gap-0.5 text-ink-muted text-xs focus-visible:-outline-offset-2 aria-[current=page]:font-semibold aria-[current=page]:text-ink"
              iconClassName="size-5.5"
            >
              {t(place.label)}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
