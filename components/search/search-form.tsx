'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type FormEvent, type MouseEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { FieldHandle } from '@/components/ui/use-combobox'
import { useLater } from '@/components/ui/use-later'
import type { Key } from '@/lib/words/catalogue'
import type { Templates } from '@/lib/words/fill'

type Props = { label: string; placeholder: string; words: Templates<Key<'searchBox'>>; children: ReactNode }

const loadSuggestions = () => import('@/components/search/suggestions').then(({ Suggestions }) => Suggestions)

/**
 * The form of the search box: shows the query of the page one is on, offers people and hashtags while one types. `children` are its
 * buttons; the one with `data-clear` empties it.
 */
export function SearchForm({ label, placeholder, words, children }: Props) {
  const asked = useSearchParams().get('q') ?? ''
  const query = usePathname() === '/search' ? asked : ''
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const combobox = useRef<FieldHandle>(null)
  const [Suggestions, want] = useLater(loadSuggestions)
  const [typing, setTyping] = useState(false)
  useShortcut(input)
  useQuery(input, query)

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    combobox.current?.onBlur()
    router.push(`/search?${new URLSearchParams({ q: input.current?.value ?? '' })}`)
  }

  function onClick(event: MouseEvent) {
    if (!(event.target instanceof Element && event.target.closest('[data-clear]'))) return
    if (input.current) input.current.value = ''
    combobox.current?.onInput()
    input.current?.focus()
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside is what is clicked, also by keyboard.
    <form action="/search" onSubmit={onSubmit} onClick={onClick}>
      <div ref={box} className="relative">
        <input
          ref={input}
          type="search"
          name="q"
          role="combobox"
          aria-label={label}
          aria-expanded={false}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-keyshortcuts="Control+K Meta+K"
          defaultValue={query}
          placeholder={placeholder}
          autoComplete="off"
          enterKeyHint="search"
          dir="auto"
          onFocus={want}
          onInput={() => {
            setTyping(true)
            combobox.current?.onInput()
          }}
          onKeyDown={(event) => combobox.current?.onKeyDown(event)}
          onBlur={() => combobox.current?.onBlur()}
          className="peer block min-h-touch w-full rounded-full border border-line-strong bg-canvas px-11 text-field text-ink placeholder:text-ink-muted focus-visible:rounded-full focus-visible:-outline-offset-2 [&::-webkit-search-cancel-button]:hidden"
        />
        {children}
      </div>
      {Suggestions && <Suggestions ref={combobox} input={input} box={box} typing={typing} words={words} />}
    </form>
  )
}

/** Shows the query of the page that one goes to, and leaves alone what was typed before JavaScript was ready. */
function useQuery(input: RefObject<HTMLInputElement | null>, query: string) {
  const shown = useRef(query)
  useEffect(() => {
    if (input.current && shown.current !== query) input.current.value = query
    shown.current = query
  }, [input, query])
}

/** Ctrl+K or ⌘K goes to the field where it is to be seen. A key without a modifier would get in the way of voice control (WCAG 2.1.4). */
function useShortcut(input: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const pressed = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!pressed || event.defaultPrevented || !input.current?.offsetParent) return
      event.preventDefault()
      input.current.select()
      input.current.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [input])
}
