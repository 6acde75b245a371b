import { FollowHashtag } from '@/components/hashtags/follow-hashtag'
import { buttonLook } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import type { Hashtag } from '@/lib/hashtags/schema'

/** What one can do about a hashtag: follow it, or sign in to do so. */
export function FollowHashtagControl({ hashtag: { word, display, viewer } }: { hashtag: Hashtag }) {
  if (viewer) return <FollowHashtag word={word} display={display} following={viewer.following} />
  const here = `/hashtag/${encodeURIComponent(word)}`
  return (
    <Link href={`/login?next=${encodeURIComponent(here)}`} className={buttonLook({ size: 'small' })}>
      Follow
      <span className="sr-only"> #{display}</span>
    </Link>
  )
}
