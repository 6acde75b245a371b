'use client'

import { type ComponentType, type MouseEvent, type ReactNode, useRef, useState } from 'react'
import type { LightboxProps } from '@/components/media/lightbox'

type Props = Pick<LightboxProps, 'images' | 'words'> & { children: ReactNode }

/** Links to images, which open here one after the other instead of leaving the page. What shows them is loaded at the first click. */
export function Gallery({ images, words, children }: Props) {
  const [open, setOpen] = useState<{ place: number; Lightbox: ComponentType<LightboxProps> } | null>(null)
  const opener = useRef<HTMLAnchorElement>(null)

  async function onClick(event: MouseEvent<HTMLElement>) {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-image]') : null
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    opener.current = link
    try {
      const { Lightbox } = await import('@/components/media/lightbox')
      setOpen({ place: Number(link.dataset.image), Lightbox })
    } catch {
      location.assign(link.href)
    }
  }

  function close() {
    setOpen(null)
    opener.current?.focus({ preventScroll: true })
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is clicked, also by keyboard. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click. */}
      <div onClick={onClick} className="mt-2">
        {children}
      </div>
      {open && <open.Lightbox images={images} words={words} first={open.place} onClose={close} />}
    </>
  )
}
