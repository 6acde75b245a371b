'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useState, useTransition } from 'react'

const load = () => import('@/components/layout/later').catch(() => null)

/**
 * Leads where our links lead without loading everything anew, and back where one came from; once in the layout, so that what is clicked is
 * plain HTML. While a page is on its way there is a thin bar at the top of the window. It also loads what no page needs at once, and passes a link on or deletes a tweet with it.
 */
export function Navigation() {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const [later, setLater] = useState<ReactNode>()

  useEffect(() => {
    function onClick(event: MouseEvent) {
      const clicked = clickedOf(event)
      if (!clicked) return
      event.preventDefault()
      // Focus goes back to what opened the menu, which is there when one comes back.
      clicked.closest<HTMLElement>('[popover]')?.hidePopover()
      const { copy, back, delete: deleted } = clicked.dataset
      if (deleted) load().then((loaded) => (loaded ? loaded.acts.deleteSoon(clicked, router.push) : follow(clicked)))
      else if (copy) load().then((loaded) => loaded?.acts.passOn(copy))
      else if (back !== undefined && window.navigation?.canGoBack) router.back()
      else startTransition(() => router.push((clicked as HTMLAnchorElement).href))
    }
    document.addEventListener('click', onClick)
    load().then((loaded) => setLater(loaded?.later))
    return () => document.removeEventListener('click', onClick)
  }, [router])

  return [pending && <span key="pending" aria-hidden="true" className="pending" />, later]
}

/** As a browser without JavaScript does: to the page that asks. */
function follow(link: HTMLElement) {
  window.location.assign((link as HTMLAnchorElement).href)
}

/** The link or button that was clicked, unless something else is to come of the click: a new tab, a download, or what its own handler did. */
function clickedOf(event: MouseEvent): HTMLElement | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  return event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-page], [data-copy], [data-delete]') : null
}
