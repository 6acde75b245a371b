'use client'

import { Button } from '@/components/ui/button'
import { useSwitch } from '@/components/ui/use-switch'
import { followHashtagAction, unfollowHashtagAction } from '@/lib/hashtags/actions'

type Props = { word: string; display: string; following: boolean; says: Record<'follow' | 'following' | 'unfollow', string> }

/** Follows a hashtag, or stops it; shown as done while the server does it. */
export function FollowHashtag({ word, display, following, says }: Props) {
  const { shown, posted, ref, form } = useSwitch(following, followHashtagAction, unfollowHashtagAction)
  return (
    <div ref={ref} className="shrink-0">
      <form {...form}>
        <input type="hidden" name="word" value={word} />
        <Button variant={shown ? 'secondary' : 'primary'} size="small" className="min-w-27" title={shown ? says.unfollow : undefined}>
          {shown ? says.following : says.follow}
          <span className="sr-only"> #{display}</span>
        </Button>
      </form>
      {posted.status === 'failed' && (
        <p role="alert" className="mt-1 max-w-40 text-danger text-sm">
          {posted.message}
        </p>
      )}
    </div>
  )
}
