import { Ban } from 'lucide'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { PersonSwitch } from '@/components/users/person-switch'

export const WHAT_BLOCKING_DOES =
  'Neither of you will see what the other writes, and neither will follow the other any more. They are not told.'

/** What stands where a blocked person's tweets would be. */
export function Blocked({ username }: { username: string }) {
  return (
    <EmptyState
      title={`You block @${username}`}
      icon={<Icon node={Ban} className="size-10" />}
      action={<PersonSwitch act="block" username={username} on variant="secondary" />}
    >
      Neither of you sees what the other writes.
    </EmptyState>
  )
}

/** That one hears nothing of somebody. */
export function Muted({ username }: { username: string }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 border-line border-b bg-surface px-4 py-3">
      <p className="min-w-48 flex-1">You mute @{username}: you hear of them only here.</p>
      <PersonSwitch act="mute" username={username} on variant="secondary" />
    </div>
  )
}
