import { Hash } from 'lucide'
import { Icon } from '@/components/ui/icon'
import type { Hashtag } from '@/lib/hashtags/schema'

/** A hashtag that one may choose, and in words how many tweets use it. */
export function HashtagOption({ display, used }: Pick<Hashtag, 'display'> & { used: string }) {
  return (
    <>
      <span className="grid size-8 shrink-0 place-items-center rounded-full bg-surface text-ink-muted">
        <Icon node={Hash} className="size-4" />
      </span>
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-semibold leading-5">#{display}</bdi>{' '}
        <span className="block text-ink-muted text-sm leading-5">{used}</span>
      </span>
    </>
  )
}
