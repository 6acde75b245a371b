'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useCallback, useImperativeHandle, useState } from 'react'
import { useFindings } from '@/components/search/use-findings'
import { OptionList } from '@/components/ui/option-list'
import { type FieldHandle, useCombobox } from '@/components/ui/use-combobox'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

export type SuggestionsProps = {
  ref: RefObject<FieldHandle | null>
  input: RefObject<HTMLInputElement | null>
  box: RefObject<HTMLElement | null>
  /** Whether somebody typed before this was loaded. */
  typing: boolean
  words: Templates<Key<'searchBox'>>
}

/** What one may mean by what one types into the search, to choose from. */
export function Suggestions({ ref, input, box, typing, words }: SuggestionsProps) {
  const router = useRouter()
  const value = () => input.current?.value ?? ''
  const [typed, setTyped] = useState(() => (typing ? value() : ''))
  const spot = useCallback(() => spotOf(box.current), [box])
  const options = useFindings(typed, words, {
    search: () => input.current?.form?.requestSubmit(),
    visit: (path) => {
      if (input.current) input.current.value = ''
      setTyped('')
      router.push(path)
    },
  })
  const combobox = useCombobox({ field: input, options, onClose: () => setTyped('') })
  useImperativeHandle(ref, () => ({
    onInput: () => setTyped(value()),
    onKeyDown: (event) => {
      if (event.key === 'ArrowDown' && !combobox.open) setTyped(value())
      else combobox.onKeyDown(event)
    },
    onBlur: combobox.onBlur,
  }))
  return <OptionList combobox={combobox} label={fill(words, 'suggestions')} says={(count) => fill(words, 'count', { count })} spot={spot} />
}

function spotOf(box: HTMLElement | null) {
  if (!box) return null
  const { top, bottom, left, right, width } = box.getBoundingClientRect()
  return { top, bottom, left, right, width }
}
