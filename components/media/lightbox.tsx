'use client'

import { ChevronLeft, ChevronRight, X } from 'lucide'
import { type KeyboardEvent, type ReactNode, type TouchEvent, useEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Shown = { url: string; alt: string; width: number; height: number }

export type LightboxProps = { images: Shown[]; words: Templates<Key<'gallery'>>; first: number; onClose: () => void }

const SWIPE_PIXELS = 48

/** Images as large as the window, one at a time, with what they are described by. Arrow keys and swipes turn, Escape and Back close. */
export function Lightbox({ images, words, first, onClose }: LightboxProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const touched = useRef<{ x: number; y: number } | null>(null)
  const [place, setPlace] = useState(first)
  const image = images[place]
  const turn = (by: number) => setPlace((before) => Math.min(images.length - 1, Math.max(0, before + by)))

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    document.documentElement.style.overflow = 'hidden'
    const close = closeOnBack(() => dialog.current?.close())
    return () => {
      document.documentElement.style.overflow = ''
      close()
    }
  }, [])

  function onKeyDown({ key }: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -images.length, End: images.length }
    turn(steps[key] ?? 0)
  }

  function onTouchStart({ touches }: TouchEvent) {
    touched.current = touches.length === 1 && touches[0] ? { x: touches[0].clientX, y: touches[0].clientY } : null
  }

  function onTouchEnd({ changedTouches }: TouchEvent) {
    const touch = changedTouches[0]
    const [dx, dy] = [(touch?.clientX ?? 0) - (touched.current?.x ?? 0), (touch?.clientY ?? 0) - (touched.current?.y ?? 0)]
    if (touched.current && Math.abs(dx) > SWIPE_PIXELS && Math.abs(dx) > 2 * Math.abs(dy)) turn(dx < 0 ? 1 : -1)
    touched.current = null
  }

  if (!image) return null
  return (
    <dialog
      ref={dialog}
      aria-label={fill(words, 'images')}
      onClose={onClose}
      onKeyDown={onKeyDown}
      onClick={(event) =>
        event.target instanceof HTMLElement && !event.target.closest('img, button, figcaption') && dialog.current?.close()
      }
      onTouchStart={onTouchStart}
      onTouchEnd={onTouchEnd}
      className="fixed inset-0 m-0 grid size-full max-h-none max-w-none grid-rows-[auto_minmax(0,1fr)] bg-black/95 text-white backdrop:bg-transparent"
    >
      <div className="flex items-center justify-between p-2">
        <Control label={fill(words, 'close')} onClick={() => dialog.current?.close()}>
          <Icon node={X} className="size-6" />
        </Control>
        <p role="status" className="px-3 tabular-nums">
          {images.length > 1 && fill(words, 'place', { place: place + 1, all: images.length })}
        </p>
      </div>
      <figure className="grid min-h-0 grid-rows-[minmax(0,1fr)_auto]">
        <img
          key={image.url}
          src={image.url}
          width={image.width}
          height={image.height}
          alt={image.alt || fill(words, 'image')}
          className="m-auto h-auto max-h-full w-auto max-w-full select-none object-contain"
        />
        {image.alt && (
          <figcaption
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long description is scrolled, also by keyboard.
            tabIndex={0}
            dir="auto"
            className="mx-auto mt-2 max-h-[25vh] w-full max-w-2xl overflow-y-auto whitespace-pre-wrap px-4 pb-4 [overflow-wrap:anywhere] focus-visible:-outline-offset-2"
          >
            {image.alt}
          </figcaption>
        )}
      </figure>
      {images.length > 1 && (
        <>
          <Turn label={fill(words, 'previous')} side="start-2" disabled={place === 0} onClick={() => turn(-1)}>
            <Icon node={ChevronLeft} className="size-7" />
          </Turn>
          <Turn label={fill(words, 'next')} side="end-2" disabled={place === images.length - 1} onClick={() => turn(1)}>
            <Icon node={ChevronRight} className="size-7" />
          </Turn>
        </>
      )}
    </dialog>
  )
}

/** Has Back close what is in front of the page rather than leave the page; gives back what to do when it is closed otherwise. */
function closeOnBack(close: () => void): () => void {
  window.history.pushState(null, '', window.location.href)
  let isBack = false
  const onBack = () => {
    isBack = true
    close()
  }
  window.addEventListener('popstate', onBack, { once: true })
  return () => {
    window.removeEventListener('popstate', onBack)
    if (!isBack) window.history.back()
  }
}

type ControlProps = { label: string; onClick: () => void; disabled?: boolean; className?: string; children: ReactNode }

function Control({ label, onClick, disabled = false, className, children }: ControlProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={disabled}
      onClick={onClick}
      className={cn(
        'grid size-11 place-items-center rounded-full bg-black/60 hover:bg-white/20 focus-visible:rounded-full focus-visible:outline-white aria-disabled:cursor-default aria-disabled:opacity-35',
        className,
      )}
    >
      {children}
    </button>
  )
}

function Turn({ side, ...control }: ControlProps & { side: string }) {
  return <Control {...control} className={cn('fixed top-1/2 -translate-y-1/2', side)} />
}
