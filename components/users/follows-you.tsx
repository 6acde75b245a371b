import type { ReactNode } from 'react'
import type { User } from '@/lib/users/schema'

/** That somebody reads what you write, in the words within. */
export function FollowsYou({ user, children }: { user: User; children: ReactNode }) {
  if (!user.viewer?.followedBy) return null
  return <span className="shrink-0 rounded-md border border-line bg-surface px-1.5 py-0.5 text-ink-muted text-xs">{children}</span>
}
