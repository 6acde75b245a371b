import { type RefObject, useEffect } from 'react'

/**
 * Keeps what is being written for `place` in this tab, for whom the page is shown, until it is posted, and puts it into the field when one
 * comes back to that place.
 */
export function useDraft(field: RefObject<HTMLTextAreaElement | null>, place: string): (text: string) => void {
  useEffect(() => {
    if (field.current?.value === '') field.current.value = drafts()?.getItem(nameOf(place)) ?? ''
  }, [field, place])
  return (text) => (text ? drafts()?.setItem(nameOf(place), text) : drafts()?.removeItem(nameOf(place)))
}

/** Nothing where the browser keeps nothing. */
function drafts(): Storage | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}

function nameOf(place: string): string {
  return `draft ${document.querySelector<HTMLMetaElement>('meta[name="linnet-viewer"]')?.content} ${place}`
}
