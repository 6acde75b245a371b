import { type RefObject, useEffect } from 'react'
import { tabStorage } from '@/components/ui/tab-storage'

const CHANGED = 'draft'

type Changed = CustomEvent<{ place: string; text: string; by: HTMLTextAreaElement | null }>

/**
 * Keeps what is being written for `place` in this tab, for whom the page is shown, until it is posted, and puts it into the field when one
 * comes back to that place. Where two composers of a place stand in the page, what is written in one stands in the other: `onElsewhere` is told.
 */
export function useDraft(
  field: RefObject<HTMLTextAreaElement | null>,
  place: string,
  onElsewhere: (text: string) => void,
): (text: string) => void {
  useEffect(() => {
    if (field.current?.value === '') field.current.value = tabStorage()?.getItem(nameOf(place)) ?? ''
    function onChange({ detail: { place: changed, text, by } }: Changed) {
      if (changed !== place || by === field.current || !field.current) return
      field.current.value = text
      onElsewhere(text)
    }
    document.addEventListener(CHANGED, onChange as EventListener)
    return () => document.removeEventListener(CHANGED, onChange as EventListener)
  }, [field, place, onElsewhere])
  return (text) => {
    if (text) tabStorage()?.setItem(nameOf(place), text)
    else tabStorage()?.removeItem(nameOf(place))
    document.dispatchEvent(new CustomEvent(CHANGED, { detail: { place, text, by: field.current } }) satisfies Changed)
  }
}

function nameOf(place: string): string {
  return `draft ${document.querySelector<HTMLMetaElement>('meta[name="linnet-viewer"]')?.content} ${place}`
}
