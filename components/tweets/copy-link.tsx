import { Link2 } from 'lucide'
import { ActSign, actLook } from '@/components/tweets/act-look'
import { cn } from '@/components/ui/cn'

/** Puts a tweet's address on the clipboard; `Navigation` does it. */
export function CopyLink({ path }: { path: string }) {
  return (
    <button type="button" data-copy={path} aria-label="Copy link" className={cn(actLook(), '@max-[16.5rem]:hidden noscript:hidden')}>
      <ActSign icon={Link2} />
    </button>
  )
}
