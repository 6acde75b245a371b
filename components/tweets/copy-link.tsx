import { Link2 } from 'lucide'
import { ActSign, actLook } from '@/components/tweets/act-look'
import { cn } from '@/components/ui/cn'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

/** Puts a tweet's address on the clipboard, or where one touches the screen hands it to what the device shares by; `Navigation` does it. */
export function CopyLink({ path, words }: { path: string; words: Templates<Key<'acts'>> }) {
  return (
    <button type="button" data-copy={path} className={cn(actLook(), '@max-[16.5rem]:hidden noscript:hidden')}>
      <ActSign icon={Link2} customs={words.customs} />
      <span className="sr-only pointer-coarse:hidden">{fill(words, 'copyLink')}</span>
      <span className="sr-only not-pointer-coarse:hidden">{fill(words, 'share')}</span>
    </button>
  )
}
