import { Ban, ChevronRight, Hash, KeyRound, type LucideIcon, Mail, MonitorSmartphone, UserRoundPen, VolumeX } from 'lucide-react'
import Link from 'next/link'
import { Waiting } from '@/components/ui/waiting'

type Setting = { href: string; icon: LucideIcon; label: string; about: string }

const SETTINGS: Setting[] = [
  { href: '/settings/profile', icon: UserRoundPen, label: 'Profile', about: 'Your name, bio, location and website' },
  { href: '/settings/hashtags', icon: Hash, label: 'Followed hashtags', about: 'Whose tweets come into your home timeline' },
  { href: '/settings/blocks', icon: Ban, label: 'Blocked accounts', about: 'Who does not see you, nor you them' },
  { href: '/settings/mutes', icon: VolumeX, label: 'Muted accounts', about: 'Of whom you hear nothing' },
  { href: '/settings/password', icon: KeyRound, label: 'Password', about: 'Choose a new one' },
  {
    href: '/settings/sessions',
    icon: MonitorSmartphone,
    label: 'Where you are signed in',
    about: 'Your devices, and how to sign out there',
  },
  { href: '/settings/account', icon: Mail, label: 'Account', about: 'Your email address, and deleting your account' },
]

/** What can be set, each on a page of its own. */
export function SettingsList() {
  return (
    <ul>
      {SETTINGS.map(({ href, icon: Icon, label, about }) => (
        <li key={href}>
          <Link
            href={href}
            className="flex min-h-16 items-center gap-4 border-line border-b px-4 py-2 hover:bg-surface focus-visible:-outline-offset-2"
          >
            <Icon aria-hidden="true" className="size-5.5 shrink-0 text-ink-muted" />
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{label}</span> <span className="block text-ink-muted text-sm">{about}</span>
            </span>
            <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-muted rtl:-scale-x-100" />
            <Waiting />
          </Link>
        </li>
      ))}
    </ul>
  )
}
