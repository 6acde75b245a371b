import { ago, exactly } from '@/components/ui/moment'
import { useCustoms } from '@/lib/http/look'

/** A moment as "5m" or "3 Nov"; exactly to the minute on hover. `Clock` keeps it true while the page is open. */
export function Time({ at, full = false }: { at: string; full?: boolean }) {
  const customs = useCustoms()
  const date = new Date(at)
  return (
    <time dateTime={at} title={exactly(date, customs)} data-ago={full ? undefined : ''}>
      {full ? exactly(date, customs) : ago(date, new Date(), customs)}
    </time>
  )
}
