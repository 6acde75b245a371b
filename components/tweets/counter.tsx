'use client'

import { cn } from '@/components/ui/cn'
import { charactersLeft } from '@/lib/text'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Words = Templates<Key<'composer'>>
type Props = { id: string; text: string; max: number; words: Words }

/** How many characters are left, counted as the server counts them. Spoken only as the end comes near. */
export function Counter({ id, text, max, words }: Props) {
  const left = charactersLeft(text, max)
  return (
    <>
      <span id={id} className={cn('text-sm tabular-nums noscript:hidden', left <= 20 && 'font-semibold', colourOf(left))}>
        {left.toLocaleString(words.customs, { useGrouping: false })}
        <span className="sr-only">{fill(words, 'left', { count: left })}</span>
      </span>
      <span className="hidden text-ink-muted text-sm noscript:inline">{fill(words, 'upTo', { count: max })}</span>
      <span role="status" className="sr-only">
        {warning(left, words)}
      </span>
    </>
  )
}

function colourOf(left: number): string {
  if (left < 0) return 'text-danger'
  return left <= 20 ? 'text-ink' : 'text-ink-muted'
}

function warning(left: number, words: Words): string {
  if (left < 0) return fill(words, 'tooLong')
  const mark = [5, 10, 20].find((mark) => left <= mark)
  return mark ? fill(words, 'almost', { count: mark }) : ''
}
