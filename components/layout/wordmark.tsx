import { Bird } from '@/components/layout/bird'
import { cn } from '@/components/ui/cn'

/** The bird and the name. */
export function Wordmark({ className, nameClassName }: { className?: string; nameClassName?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2.5', className)}>
      <Bird className="size-8 shrink-0" />
      <span className={cn('font-bold text-2xl tracking-tight', nameClassName)}>Linnet</span>
    </span>
  )
}
