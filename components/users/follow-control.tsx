import { buttonLook } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { FollowButton } from '@/components/users/follow-button'
import type { Viewer } from '@/lib/auth/viewer'
import { useTemplates, useWords } from '@/lib/http/look'
import type { User } from '@/lib/users/schema'

/** What one can do about a person: follow them, sign in to do so, or nothing when it is oneself or somebody one blocks. */
export function FollowControl({ viewer, user }: { viewer: Viewer | null; user: User }) {
  const t = useWords('peopleActs')
  const words = useTemplates('peopleActs')
  if (viewer?.id === user.id || user.viewer?.blocking) return null
  if (viewer && user.viewer) return <FollowButton username={user.username} following={user.viewer.following} words={words} />
  return (
    <Link href={`/login?next=${encodeURIComponent(`/${user.username}`)}`} className={buttonLook({ size: 'small' })}>
      {t('follow')}
      <span className="sr-only"> @{user.username}</span>
    </Link>
  )
}
