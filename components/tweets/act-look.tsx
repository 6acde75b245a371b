import type { IconNode } from 'lucide'
import { cn } from '@/components/ui/cn'
import { Count } from '@/components/ui/count'
import { Icon } from '@/components/ui/icon'

type Look = { tone?: keyof typeof TONES; on?: boolean }

const TONES = {
  accent: { idle: 'hover:bg-accent-soft hover:text-accent', on: 'text-accent' },
  success: { idle: 'hover:bg-success/10 hover:text-success', on: 'text-success' },
}

/** The classes of one thing to do below a tweet. */
export function actLook({ tone = 'accent', on = false }: Look = {}): string {
  return cn(
    'relative z-10 flex min-h-9 min-w-9 select-none items-center gap-1 rounded-full px-2 text-sm transition-colors focus-visible:rounded-full pointer-coarse:min-h-touch pointer-coarse:min-w-touch pointer-coarse:ps-3.25',
    TONES[tone].idle,
    on ? TONES[tone].on : 'text-ink-muted',
  )
}

type Sign = {
  icon: IconNode
  /** By whose customs the count is written: a BCP 47 tag. */
  customs: string
  count?: number | undefined
  filled?: boolean
}

/** The sign for something to do, filled when it is done, and how often it was done. */
export function ActSign({ icon, customs, count = 0, filled = false }: Sign) {
  return (
    <>
      <Icon node={icon} className={cn('size-4.5 shrink-0', filled && 'fill-current')} />
      {count > 0 && (
        <span aria-hidden="true">
          <Count value={count} customs={customs} />
        </span>
      )}
    </>
  )
}
