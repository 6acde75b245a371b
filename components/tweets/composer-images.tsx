'use client'

import { useRef } from 'react'
import type { Upload, Uploads } from '@/components/media/uploads'
import { ComposerImage } from '@/components/tweets/composer-image'
import { announce } from '@/components/ui/announcer'

/** The images that go with what one writes: each with its description, and what can be done with it. */
export function ComposerImages({ uploads, list }: { uploads: Uploads; list: Upload[] }) {
  const root = useRef<HTMLUListElement>(null)

  /** What is moved in the page loses focus, and so does what goes. */
  function focus(id: string, ...acts: string[]) {
    requestAnimationFrame(() => {
      const found = acts.map((act) => root.current?.querySelector<HTMLElement>(`[data-upload="${id}"] [data-act="${act}"]:not(:disabled)`))
      const target = found.find(Boolean) ?? document.querySelector<HTMLElement>('[data-act="add"]')
      target?.focus()
    })
  }

  function move(id: string, by: number) {
    const place = uploads.move(id, by)
    announce(`Now image ${place + 1} of ${list.length}.`)
    focus(id, by < 0 ? 'earlier' : 'later', by < 0 ? 'later' : 'earlier')
  }

  function remove(id: string) {
    const place = list.findIndex((one) => one.id === id)
    const next = list[place + 1] ?? list[place - 1]
    uploads.remove(id)
    announce(`Image ${place + 1} was removed.`)
    focus(next?.id ?? '', 'remove')
  }

  return (
    <ul ref={root} aria-label="Images of your tweet" className="space-y-3 max-sm:-ms-13">
      {list.map((upload, place) => (
        <ComposerImage
          key={upload.id}
          upload={upload}
          place={place}
          count={list.length}
          onDescribe={(alt) => uploads.describe(upload.id, alt)}
          onMove={(by) => move(upload.id, by)}
          onRemove={() => remove(upload.id)}
          onRetry={() => uploads.retry(upload.id)}
        />
      ))}
    </ul>
  )
}
