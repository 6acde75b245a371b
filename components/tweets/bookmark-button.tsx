'use client'

import { Bookmark } from 'lucide'
import { ActFailure } from '@/components/tweets/act-failure'
import { ActSign, actLook } from '@/components/tweets/act-look'
import { useSwitch } from '@/components/ui/use-switch'
import { bookmarkAction, unbookmarkAction } from '@/lib/bookmarks/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = { id: string; bookmarked: boolean; words: Templates<Key<'acts'>> }

/** Keeps a tweet for later, or no longer. */
export function BookmarkButton({ id, bookmarked, words }: Props) {
  const { shown, posted, ref, form } = useSwitch(bookmarked, bookmarkAction, unbookmarkAction)
  return (
    <div ref={ref}>
      <form {...form}>
        <input type="hidden" name="id" value={id} />
        <button type="submit" data-key="b" aria-pressed={shown} aria-label={fill(words, 'bookmark')} className={actLook({ on: shown })}>
          <ActSign icon={Bookmark} customs={words.customs} filled={shown} />
        </button>
      </form>
      <ActFailure state={posted} />
    </div>
  )
}
