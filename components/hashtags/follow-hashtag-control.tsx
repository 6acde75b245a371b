import { FollowHashtag } from '@/components/hashtags/follow-hashtag'
import { buttonLook } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import type { Hashtag } from '@/lib/hashtags/schema'
import { useWords } from '@/lib/http/look'

/** What one can do about a hashtag: follow it, or sign in to do so. */
export function FollowHashtagControl({ hashtag: { word, display, viewer } }: { hashtag: Hashtag }) {
  const t = useWords('hashtags')
  if (viewer) {
    const says = { follow: t('follow'), following: t('following'), unfollow: t('unfollow', { tag: display }) }
    return <FollowHashtag word={word} display={display} following={viewer.following} says={says} />
  }
  const here = `/hashtag/${encodeURIComponent(word)}`
  return (
    <Link href={`/login?next=${encodeURIComponent(here)}`} className={buttonLook({ size: 'small' })}>
      {t('follow')}
      <span className="sr-only"> #{display}</span>
    </Link>
  )
}
