import { Ellipsis } from 'lucide'
import { ReportLink } from '@/components/reports/report-link'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import { BlockPerson } from '@/components/users/block-person'
import { PersonControl } from '@/components/users/person-control'
import type { Viewer } from '@/lib/auth/viewer'
import { useTemplates, useWords } from '@/lib/http/look'
import type { User } from '@/lib/users/schema'

/** What else one can do about somebody; nothing about oneself, or before one is signed in. */
export function ProfileMenu({ viewer, user: { id, username, viewer: standing } }: { viewer: Viewer | null; user: User }) {
  const t = useWords('users')
  const words = useTemplates('peopleActs')
  if (!viewer || !standing || viewer.id === id) return null
  return (
    <Menu
      id="profile-menu"
      label={t('more', { username })}
      buttonClassName="grid size-9 place-items-center rounded-full border border-line-strong text-ink hover:bg-surface focus-visible:rounded-full pointer-coarse:size-touch"
      button={<Icon node={Ellipsis} className="size-5" />}
    >
      <PersonControl act="mute" username={username} on={standing.muting} />
      {standing.blocking ? <PersonControl act="block" username={username} on /> : <BlockPerson username={username} words={words} />}
      <ReportLink about={{ user: username }} />
    </Menu>
  )
}
