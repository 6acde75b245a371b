'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import type { Combobox } from '@/components/ui/use-combobox'

/** What the list must not cover, and on which side its text begins. */
export type Spot = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'> & { rtl?: boolean; width?: number }

type Props = { combobox: Combobox; label: string; spot: () => Spot | null }

/** `says` is how many there are, in words. */
type ListProps = Props & { says: (count: number) => string }

const GAP = 6
const MARGIN = 8

/** The options of a combobox, above everything, below the spot or, where there is more room, above it. Says how many they are. */
export function OptionList({ combobox, label, spot, says }: ListProps) {
  const { open, options } = combobox
  return (
    <>
      {open && <Popup combobox={combobox} label={label} spot={spot} />}
      <span role="status" className="sr-only">
        {open && says(options.length)}
      </span>
    </>
  )
}

function Popup({ combobox: { options, active, listId, optionId, choose }, label, spot }: Props) {
  const popup = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (!popup.current?.matches(':popover-open')) popup.current?.showPopover()
    place(popup.current, spot())
    popup.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })

  useEffect(() => {
    const ended = new AbortController()
    const replace = () => place(popup.current, spot())
    window.addEventListener('scroll', replace, { capture: true, passive: true, signal: ended.signal })
    window.visualViewport?.addEventListener('resize', replace, { signal: ended.signal })
    return () => ended.abort()
  }, [spot])

  return (
    <div
      ref={popup}
      id={listId}
      role="listbox"
      aria-label={label}
      popover="manual"
      // A press on an option leaves focus in the field.
      onMouseDown={(event) => event.preventDefault()}
      className="fixed inset-auto m-0 max-w-[calc(100vw-1rem)] overflow-y-auto overscroll-contain rounded-xl border border-line bg-canvas py-1.5 text-ink shadow-lg"
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the field
        // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
        <div
          key={option.key}
          id={optionId(index)}
          role="option"
          aria-selected={index === active}
          onClick={() => choose(option)}
          className={cn(
            'mx-1.5 flex min-h-touch cursor-pointer items-center gap-3 rounded-lg px-2.5 py-1.5 hover:bg-surface',
            index === active && 'bg-surface outline-2 outline-focus -outline-offset-2',
          )}
        >
          {option.content}
        </div>
      ))}
    </div>
  )
}

function place(popup: HTMLElement | null, spot: Spot | null) {
  if (!popup || !spot) return
  const seen = window.visualViewport ?? { offsetTop: 0, offsetLeft: 0, height: window.innerHeight, width: window.innerWidth }
  const below = seen.offsetTop + seen.height - spot.bottom - GAP - MARGIN
  const above = spot.top - seen.offsetTop - GAP - MARGIN
  popup.style.width = `${spot.width ?? 288}px`
  popup.style.maxHeight = ''
  const under = below >= popup.offsetHeight || below >= above
  popup.style.maxHeight = `${Math.max(under ? below : above, 0)}px`
  popup.style.top = `${under ? spot.bottom + GAP : spot.top - GAP - popup.offsetHeight}px`
  const left = spot.rtl ? spot.right - popup.offsetWidth : spot.left
  const furthest = seen.offsetLeft + seen.width - MARGIN - popup.offsetWidth
  popup.style.left = `${Math.max(Math.min(left, furthest), seen.offsetLeft + MARGIN)}px`
}
