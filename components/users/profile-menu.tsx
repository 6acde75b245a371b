import { Ellipsis } from 'lucide'
import { ReportLink } from '@/components/reports/report-link'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import { BlockPerson } from '@/components/users/block-person'
import { PersonSwitch } from '@/components/users/person-switch'
import type { Viewer } from '@/lib/auth/viewer'
import type { User } from '@/lib/users/schema'

/** What else one can do about somebody; nothing about oneself, or before one is signed in. */
export function ProfileMenu({ viewer, user: { id, username, viewer: standing } }: { viewer: Viewer | null; user: User }) {
  if (!viewer || !standing || viewer.id === id) return null
  return (
    <Menu
      id="profile-menu"
      label={`More about @${username}`}
      buttonClassName="grid size-9 place-items-center rounded-full border border-line-strong text-ink hover:bg-surface focus-visible:rounded-full pointer-coarse:size-touch"
      button={<Icon node={Ellipsis} className="size-5" />}
    >
      <PersonSwitch act="mute" username={username} on={standing.muting} />
      {standing.blocking ? <PersonSwitch act="block" username={username} on /> : <BlockPerson username={username} />}
      <ReportLink about={{ user: username }} />
    </Menu>
  )
}
