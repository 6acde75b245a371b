import { Ban, ChevronRight, Hash, KeyRound, Mail, MonitorSmartphone, Palette, UserRoundPen, VolumeX } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { useWords } from '@/lib/http/look'

const SETTINGS = [
  { href: '/settings/profile', icon: UserRoundPen, label: 'settingProfile' },
  { href: '/settings/appearance', icon: Palette, label: 'settingAppearance' },
  { href: '/settings/hashtags', icon: Hash, label: 'settingHashtags' },
  { href: '/settings/blocks', icon: Ban, label: 'settingBlocks' },
  { href: '/settings/mutes', icon: VolumeX, label: 'settingMutes' },
  { href: '/settings/password', icon: KeyRound, label: 'settingPassword' },
  { href: '/settings/sessions', icon: MonitorSmartphone, label: 'settingSessions' },
  { href: '/settings/account', icon: Mail, label: 'settingAccount' },
] as const

/** What can be set, each on a page of its own. */
export function SettingsList() {
  const t = useWords('layout')
  return (
    <ul>
      {SETTINGS.map(({ href, icon, label }) => (
        <li key={href}>
          <Link
            href={href}
            className="flex min-h-16 items-center gap-4 border-line border-b px-4 py-2 hover:bg-surface focus-visible:-outline-offset-2"
          >
            <Icon node={icon} className="size-5.5 shrink-0 text-ink-muted" />
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{t(label)}</span>{' '}
              <span className="block text-ink-muted text-sm">{t(`${label}About`)}</span>
            </span>
            <Icon node={ChevronRight} className="size-5 shrink-0 text-ink-muted rtl:-scale-x-100" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
