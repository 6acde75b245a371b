import { Ban } from 'lucide'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { PersonControl } from '@/components/users/person-control'
import { useWords } from '@/lib/http/look'

/** What stands where a blocked person's tweets would be. */
export function Blocked({ username }: { username: string }) {
  const t = useWords('users')
  return (
    <EmptyState
      title={t('youBlock', { username })}
      icon={<Icon node={Ban} className="size-10" />}
      action={<PersonControl act="block" username={username} on variant="secondary" />}
    >
      {t('youBlockText')}
    </EmptyState>
  )
}

/** That one hears nothing of somebody. */
export function Muted({ username }: { username: string }) {
  const t = useWords('users')
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 border-line border-b bg-surface px-4 py-3">
      <p className="min-w-48 flex-1">{t('youMute', { username })}</p>
      <PersonControl act="mute" username={username} on variant="secondary" />
    </div>
  )
}
