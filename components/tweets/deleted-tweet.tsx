import { cn } from '@/components/ui/cn'
import { useWords } from '@/lib/http/look'

type Props = { thread?: 'continues' | 'reply'; small?: boolean; className?: string }

const TEXT = 'rounded-xl border border-line bg-surface px-4 py-3 text-ink-muted'

/** The place of a tweet that is no more; in a conversation, joined by a line with what was answered to it. */
export function DeletedTweet({ thread, small = false, className }: Props) {
  const t = useWords('tweets')
  if (!thread) return <p className={cn(TEXT, className)}>{t('deleted')}</p>
  return (
    <div className={cn('relative px-4 py-3', small && 'ps-2.5')}>
      {thread === 'continues' && (
        <span
          aria-hidden="true"
          className={cn('absolute top-full h-3 w-0.5 -translate-y-2 bg-line', small ? 'start-[1.5625rem]' : 'start-[2.1875rem]')}
        />
      )}
      <p className={TEXT}>{t('deleted')}</p>
    </div>
  )
}
