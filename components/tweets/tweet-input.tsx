'use client'

import { type ComponentProps, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import type { FieldHandle } from '@/components/ui/use-combobox'
import { useLater } from '@/components/ui/use-later'
import type { Key } from '@/lib/words/catalogue'
import type { Templates } from '@/lib/words/fill'

type Props = Omit<ComponentProps<'textarea'>, 'ref' | 'onInput' | 'onKeyDown' | 'className'> & {
  field: RefObject<HTMLTextAreaElement | null>
  text: string
  max: number
  words: Templates<Key<'composer'>>
  onText: (text: string) => void
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

/** The same in the field and behind it, so that their lines break alike. */
const LINES = 'block w-full py-1.5 text-lg [grid-area:1/1] [overflow-wrap:anywhere]'

const loadHelp = () => import('@/components/tweets/writing-help').then(({ WritingHelp }) => WritingHelp)

/**
 * A text that is being written: it grows with what is typed, marks what will be a link and what is too much, and offers hashtags and people
 * while one types their beginning. While it offers any it is a combobox. What helps with writing is loaded when one begins to write.
 */
export function TweetInput({ field, text, max, words, onText, onKeyDown, ...props }: Props) {
  const help = useRef<FieldHandle>(null)
  const [Help, want] = useLater(loadHelp)
  const [typing, setTyping] = useState(false)
  const written = text !== ''

  // What one finds written, or wrote before JavaScript was ready, is marked too.
  useEffect(() => {
    if (written) want()
  }, [written, want])

  return (
    <div className="flow-root">
      <div className="-m-1.5 grid max-h-96 grid-cols-[minmax(0,1fr)] overflow-y-auto p-1.5">
        {Help && <Help ref={help} field={field} text={text} max={max} words={words} className={LINES} typing={typing} />}
        <textarea
          {...props}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          ref={field}
          dir="auto"
          onInput={(event) => {
            onText(event.currentTarget.value)
            setTyping(true)
            help.current?.onInput()
          }}
          onSelect={() => help.current?.onSelect?.()}
          onKeyDown={(event) => {
            help.current?.onKeyDown(event)
            if (!event.defaultPrevented) onKeyDown(event)
          }}
          onBlur={() => help.current?.onBlur()}
          className={cn(
            LINES,
            'field-sizing-content relative resize-none overflow-hidden rounded-md bg-transparent selection:bg-accent/30 placeholder:text-ink-muted focus-visible:outline-offset-4',
          )}
        />
      </div>
    </div>
  )
}
