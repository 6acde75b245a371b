'use client'

import { Heart } from 'lucide'
import { ActFailure } from '@/components/tweets/act-failure'
import { ActSign, actLook } from '@/components/tweets/act-look'
import { counted } from '@/components/ui/count'
import { useSwitch } from '@/components/ui/use-switch'
import { likeAction, unlikeAction } from '@/lib/likes/actions'

/** Likes a tweet, or takes the like back. */
export function LikeButton({ id, liked, count }: { id: string; liked: boolean; count: number }) {
  const { shown, posted, ref, form } = useSwitch(liked, likeAction, unlikeAction)
  const likes = count + Number(shown) - Number(liked)
  return (
    <div ref={ref} className="flex flex-1">
      <form {...form}>
        <input type="hidden" name="id" value={id} />
        <button
          type="submit"
          data-key="l"
          aria-pressed={shown}
          aria-label={`Like, ${counted(likes, 'like', 'likes')}`}
          className={actLook({ on: shown })}
        >
          <ActSign icon={Heart} count={likes} filled={shown} />
        </button>
      </form>
      <ActFailure state={posted} />
    </div>
  )
}
