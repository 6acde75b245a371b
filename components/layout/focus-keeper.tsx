import { usePathname } from 'next/navigation'
import { useEffect } from 'react'

/** The tweet whose card one left a page by, by the address of that page. */
const leftBy = new Map<string, string>()

/**
 * Gives focus a place where another page came up without the old one's: what a page is about or, where one comes back, the tweet by which
 * one left. Else the keyboard would begin at the window's corner each time.
 */
export function FocusKeeper() {
  const path = usePathname()

  useEffect(() => {
    const ended = new AbortController()
    document.addEventListener('click', ({ target }) => note(target), { capture: true, signal: ended.signal })
    return () => ended.abort()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page anew
  useEffect(() => {
    const main = document.getElementById('main')
    if (document.activeElement !== document.body && document.activeElement !== main) return
    const place = leftCard() ?? main
    place?.focus({ preventScroll: true })
  }, [path])

  return null
}

function note(target: EventTarget | null) {
  const card = target instanceof Element && target.closest('a') ? target.closest<HTMLElement>('main article[data-tweet]') : null
  if (card?.dataset.tweet) leftBy.set(window.location.href, card.dataset.tweet)
}

function leftCard(): HTMLElement | null {
  const id = leftBy.get(window.location.href)
  return id ? document.querySelector<HTMLElement>(`main article[data-tweet="${CSS.escape(id)}"] .card-link`) : null
}
