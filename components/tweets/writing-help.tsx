'use client'

import { type RefObject, useCallback, useImperativeHandle, useRef } from 'react'
import { Highlight, rectsOf } from '@/components/tweets/highlight'
import { useCompletion } from '@/components/tweets/use-completion'
import { OptionList } from '@/components/ui/option-list'
import { type FieldHandle, useCombobox } from '@/components/ui/use-combobox'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

export type WritingHelpProps = {
  ref: RefObject<FieldHandle | null>
  field: RefObject<HTMLTextAreaElement | null>
  text: string
  max: number
  words: Templates<Key<'composer'>>
  className: string
  /** Whether somebody typed before this was loaded. */
  typing: boolean
}

/** Behind a field the marks for what is typed into it, and what could complete it, to choose from. */
export function WritingHelp({ ref, field, text, max, words, className, typing }: WritingHelpProps) {
  const layer = useRef<HTMLDivElement>(null)
  const { token, options, onInput, onSelect, close } = useCompletion(field, words, typing)
  const combobox = useCombobox({ field, options, onClose: close, plain: true })
  useImperativeHandle(ref, () => ({ onInput, onSelect, onKeyDown: combobox.onKeyDown, onBlur: combobox.onBlur }))
  const [start, end] = [token?.start ?? 0, (token?.start ?? 0) + 1 + (token?.prefix.length ?? 0)]
  const spot = useCallback(() => spotOf(field.current, layer.current, start, end), [field, start, end])
  return (
    <>
      <OptionList
        combobox={combobox}
        label={fill(words, token?.kind === 'mention' ? 'people' : 'hashtags')}
        says={(count) => fill(words, 'suggestions', { count })}
        spot={spot}
      />
      <Highlight ref={layer} text={text} max={max} className={className} />
    </>
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
