'use client'

import { type ComponentProps, type KeyboardEvent, type RefObject, useCallback, useRef } from 'react'
import { Highlight, rectsOf } from '@/components/tweets/highlight'
import { useCompletion } from '@/components/tweets/use-completion'
import { cn } from '@/components/ui/cn'
import { OptionList } from '@/components/ui/option-list'
import { useCombobox } from '@/components/ui/use-combobox'

type Props = Omit<ComponentProps<'textarea'>, 'ref' | 'onInput' | 'onKeyDown' | 'className'> & {
  field: RefObject<HTMLTextAreaElement | null>
  text: string
  max: number
  onText: (text: string) => void
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

/** The same in the field and behind it, so that their lines break alike. */
const LINES = 'block w-full py-1.5 text-lg [grid-area:1/1] [overflow-wrap:anywhere]'

/**
 * A text that is being written: it grows with what is typed, marks what will be a link and what is too much, and offers hashtags and people
 * while one types their beginning. While it offers any it is a combobox.
 */
export function TweetInput({ field, text, max, onText, onKeyDown, ...props }: Props) {
  const layer = useRef<HTMLDivElement>(null)
  const { token, options, onInput, onSelect, close } = useCompletion(field)
  const combobox = useCombobox({ options, onClose: close })
  const [start, end] = [token?.start ?? 0, (token?.start ?? 0) + 1 + (token?.prefix.length ?? 0)]
  const spot = useCallback(() => spotOf(field.current, layer.current, start, end), [field, start, end])

  return (
    <div className="flow-root">
      <div className="-m-1.5 grid max-h-96 grid-cols-[minmax(0,1fr)] overflow-y-auto p-1.5">
        <Highlight ref={layer} text={text} max={max} className={LINES} />
        <textarea
          {...props}
          {...combobox.field}
          {...(combobox.open && { role: 'combobox', 'aria-expanded': true })}
          ref={field}
          dir="auto"
          onInput={(event) => {
            onText(event.currentTarget.value)
            onInput()
          }}
          onSelect={onSelect}
          onKeyDown={(event) => {
            combobox.field.onKeyDown(event)
            if (!event.defaultPrevented) onKeyDown(event)
          }}
          className={cn(
            LINES,
            'field-sizing-content relative resize-none overflow-hidden rounded-md bg-transparent selection:bg-accent/30 placeholder:text-ink-muted focus-visible:outline-offset-4',
          )}
        />
      </div>
      <OptionList combobox={combobox} label={token?.kind === 'mention' ? 'People' : 'Hashtags'} spot={spot} />
    </div>
  )
}

/** The lines that hold what is being typed. */
function spotOf(field: HTMLTextAreaElement | null, layer: HTMLDivElement | null, start: number, end: number) {
  const rects = layer ? rectsOf(layer, start, end) : []
  const [first, last] = [rects[0], rects.at(-1)]
  if (!field || !first || !last) return field?.getBoundingClientRect() ?? null
  const rtl = getComputedStyle(field).direction === 'rtl'
  return { top: first.top, bottom: last.bottom, left: last.left, right: last.right, rtl }
}
