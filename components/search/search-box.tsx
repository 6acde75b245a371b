'use client'

import { Search, X } from 'lucide-react'
import Form from 'next/form'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type RefObject, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useFindings } from '@/components/search/use-findings'
import { cn } from '@/components/ui/cn'
import { OptionList } from '@/components/ui/option-list'
import { useCombobox } from '@/components/ui/use-combobox'

type Props = { className?: string }

/** Where one searches from everywhere: shows the query of the page one is on, offers people and hashtags while one types. */
export function SearchBox({ className }: Props) {
  const asked = useSearchParams().get('q') ?? ''
  const query = usePathname() === '/search' ? asked : ''
  const id = useId()
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const { box, spot } = useSpot()
  useShortcut(input)
  useQuery(input, query)

  function empty() {
    if (input.current) input.current.value = ''
    setTyped('')
  }
  const options = useFindings(typed, {
    search: () => input.current?.form?.requestSubmit(),
    visit: (path) => {
      empty()
      router.push(path)
    },
  })
  const combobox = useCombobox({ options, onClose: () => setTyped('') })

  return (
    <Form action="/search" role="search" prefetch={false} onSubmit={() => setTyped('')} className={className}>
      <div ref={box} className="relative">
        <label htmlFor={id} className="sr-only">
          Search Linnet
        </label>
        <input
          {...combobox.field}
          ref={input}
          id={id}
          type="search"
          name="q"
          role="combobox"
          aria-expanded={combobox.open}
          aria-keyshortcuts="Control+K Meta+K"
          defaultValue={query}
          placeholder="Search"
          autoComplete="off"
          enterKeyHint="search"
          dir="auto"
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' && !combobox.open) setTyped(event.currentTarget.value)
            else combobox.field.onKeyDown(event)
          }}
          className="peer block min-h-touch w-full rounded-full border border-line-strong bg-canvas px-11 text-[1rem] text-ink placeholder:text-ink-muted focus-visible:rounded-full focus-visible:-outline-offset-2 [&::-webkit-search-cancel-button]:hidden"
        />
        <button type="submit" aria-label="Search" className={cn(SIDE_BUTTON, 'start-0.5')}>
          <Search aria-hidden="true" className="size-5" />
        </button>
        <button
          type="button"
          aria-label="Clear the search"
          onClick={() => {
            empty()
            input.current?.focus()
          }}
          className={cn(SIDE_BUTTON, 'end-0.5 noscript:hidden peer-placeholder-shown:hidden')}
        >
          <X aria-hidden="true" className="size-5" />
        </button>
      </div>
      <OptionList combobox={combobox} label="Suggestions" spot={spot} />
    </Form>
  )
}

const SIDE_BUTTON =
  'absolute inset-y-0.5 grid w-10 place-items-center rounded-full text-ink-muted hover:text-ink focus-visible:rounded-full'

function useSpot() {
  const box = useRef<HTMLDivElement>(null)
  const spot = useCallback(() => {
    if (!box.current) return null
    const { top, bottom, left, right, width } = box.current.getBoundingClientRect()
    return { top, bottom, left, right, width }
  }, [])
  return { box, spot }
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
