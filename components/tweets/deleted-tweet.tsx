import { cn } from '@/components/ui/cn'

/** The place of a tweet that is no more. */
export function DeletedTweet({ className }: { className?: string }) {
  return <p className={cn('rounded-xl border border-line bg-surface px-4 py-3 text-ink-muted', className)}>This tweet was deleted.</p>
}
