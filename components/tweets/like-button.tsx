'use client'

import { Heart } from 'lucide'
import { ActFailure } from '@/components/tweets/act-failure'
import { ActSign, actLook } from '@/components/tweets/act-look'
import { useSwitch } from '@/components/ui/use-switch'
import { likeAction, unlikeAction } from '@/lib/likes/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = { id: string; liked: boolean; count: number; words: Templates<Key<'acts'>> }

/** Likes a tweet, or takes the like back. */
export function LikeButton({ id, liked, count, words }: Props) {
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
          aria-label={fill(words, 'like', { count: likes })}
          className={actLook({ on: shown })}
        >
          <ActSign icon={Heart} customs={words.customs} count={likes} filled={shown} />
        </button>
      </form>
      <ActFailure state={posted} />
    </div>
  )
}
