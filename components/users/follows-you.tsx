import type { User } from '@/lib/users/schema'

/** That somebody reads what you write. */
export function FollowsYou({ user }: { user: User }) {
  if (!user.viewer?.followedBy) return null
  return <span className="shrink-0 rounded-md border border-line bg-surface px-1.5 py-0.5 text-ink-muted text-xs">Follows you</span>
}
