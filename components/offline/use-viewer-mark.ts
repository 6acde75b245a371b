'use client'

import { useSyncExternalStore } from 'react'

/** For whom the page is shown, as it says in its head. */
export function useViewerMark(): string | null {
  return useSyncExternalStore(subscribe, read, () => null)
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.head, { childList: true, subtree: true, attributeFilter: ['content'] })
  return () => observer.disconnect()
}

function read(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="linnet-viewer"]')?.content ?? null
}
