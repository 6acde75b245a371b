import type { IconNode } from 'lucide'
import { cn } from '@/components/ui/cn'
import { Count } from '@/components/ui/count'
import { Icon } from '@/components/ui/icon'

type Look = { tone?: 'accent' | 'success'; on?: boolean }

/** The classes of one thing to do below a tweet, whose looks are in app/globals.css: a page has a hundred of them. */
export function actLook({ tone = 'accent', on = false }: Look = {}): string {
  return cn('act', `act-${tone}`, on && 'act-on')
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
      <Icon node={icon} className={filled ? 'size-4.5 fill-current' : 'size-4.5'} />
      {count > 0 && (
        <span aria-hidden="true">
          <Count value={count} customs={customs} />
        </span>
      )}
    </>
  )
}
