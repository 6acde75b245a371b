import type { Ref } from 'react'
import { toPieces } from '@/components/tweets/pieces'
import { cn } from '@/components/ui/cn'

type Props = { ref: Ref<HTMLDivElement>; text: string; max: number; className: string }

const LOOKS = {
  plain: undefined,
  entity: 'rounded-xs bg-accent-soft shadow-[0_0_0_1px_var(--accent-soft)] underline decoration-accent underline-offset-3',
  excess: 'rounded-xs bg-danger/25 underline decoration-danger decoration-wavy',
}

/**
 * Behind a field the marks for what is typed into it. Breaks its lines as the field does, because nothing in it changes a width; its own
 * letters are not seen, so that all that is read, selected and spoken is the field's.
 */
export function Highlight({ ref, text, max, className }: Props) {
  return (
    <div
      ref={ref}
      aria-hidden="true"
      dir="auto"
      className={cn(
        className,
        'pointer-events-none select-none whitespace-pre-wrap text-transparent [unicode-bidi:plaintext] noscript:hidden forced-colors:hidden',
      )}
    >
      {toPieces(text, max).map((piece) => (
        <span key={piece.start} className={cn('[box-decoration-break:clone]', LOOKS[piece.kind])}>
          {piece.text}
        </span>
      ))}
      {/* A line that is empty yet is a line. */}
      {'\u200b'}
    </div>
  )
}

/** Where a stretch of the text stands in the window. */
export function rectsOf(layer: HTMLElement, start: number, end: number): DOMRect[] {
  const range = document.createRange()
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (before <= start) range.setStart(node, Math.min(start - before, length))
    if (before < end) range.setEnd(node, Math.min(end - before, length))
    before += length
  }
  return [...range.getClientRects()]
}
