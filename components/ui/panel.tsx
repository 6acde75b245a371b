import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'

/** A quiet box that holds what belongs together beside the main column. */
export function Panel({ className, ...props }: ComponentProps<'section'>) {
  return <section className={cn('rounded-xl border border-line bg-surface p-4', className)} {...props} />
}
