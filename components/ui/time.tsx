import { ago, exactly } from '@/components/ui/moment'

/** A moment as "5m" or "3 Nov"; exactly to the minute on hover. `Clock` keeps it true while the page is open. */
export function Time({ at, full = false }: { at: string; full?: boolean }) {
  const date = new Date(at)
  return (
    <time dateTime={at} title={exactly(date)} data-ago={full ? undefined : ''}>
      {full ? exactly(date) : ago(date, new Date())}
    </time>
  )
}
