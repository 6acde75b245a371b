'use client'

import { cn } from '@/components/ui/cn'
import { charactersLeft } from '@/lib/text'

type Props = { id: string; text: string; max: number }

/** How many characters are left, counted as the server counts them. Spoken only as the end comes near. */
export function Counter({ id, text, max }: Props) {
  const left = charactersLeft(text, max)
  return (
    <>
      <span id={id} className={cn('text-sm tabular-nums noscript:hidden', left <= 20 && 'font-semibold', colourOf(left))}>
        {left}
        <span className="sr-only"> characters left</span>
      </span>
      <span className="hidden text-ink-muted text-sm noscript:inline">Up to {max} characters</span>
      <span role="status" className="sr-only">
        {warning(left)}
      </span>
    </>
  )
}

function colourOf(left: number): string {
  if (left < 0) return 'text-danger'
  return left <= 20 ? 'text-ink' : 'text-ink-muted'
}

function warning(left: number): string {
  if (left < 0) return 'Your text is too long.'
  const mark = [5, 10, 20].find((mark) => left <= mark)
  return mark ? `At most ${mark} characters left.` : ''
}
