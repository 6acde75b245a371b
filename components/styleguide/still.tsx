'use client'

import { useEffect } from 'react'
import { announce } from '@/components/ui/announcer'

/** Keeps specimens in their places: their forms send nothing and their links lead nowhere. What opens in the page opens. */
export function Still() {
  useEffect(() => {
    const ended = new AbortController()
    const options = { capture: true, signal: ended.signal }

    function onSubmit(event: Event) {
      if (!inSpecimen(event.target)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      announce('A specimen sends nothing.')
    }

    function onClick(event: MouseEvent) {
      const link = inSpecimen(event.target)?.closest('a')
      if (!link || 'image' in link.dataset || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      announce(`A specimen leads nowhere. This would be ${decodeURIComponent(link.getAttribute('href') ?? '')}`)
    }

    window.addEventListener('submit', onSubmit, options)
    window.addEventListener('click', onClick, options)
    return () => ended.abort()
  }, [])
  return null
}

/** What was pressed, if that is in a specimen. */
function inSpecimen(target: EventTarget | null): Element | null {
  return target instanceof Element && target.closest('[data-specimen]') ? target : null
}
