import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'

/** A quiet box that holds what belongs together beside the main column; `flush` with its edge where that has room of its own. */
export function Panel({ flush = false, className, ...props }: ComponentProps<'section'> & { flush?: boolean }) {
  return <section className={cn('rounded-xl border border-line bg-surface', !flush && 'p-4', className)} {...props} />
}
