'use client'

import { useRef } from 'react'
import type { Upload, Uploads } from '@/components/media/uploads'
import { ComposerImage } from '@/components/tweets/composer-image'
import { announce } from '@/components/ui/announcer'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

export type ComposerImagesProps = { uploads: Uploads; list: Upload[]; words: Templates<Key<'composer'>> }

/** The images that go with what one writes: each with its description, and what can be done with it. */
export function ComposerImages({ uploads, list, words }: ComposerImagesProps) {
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
    announce(fill(words, 'moved', { place: place + 1, all: list.length }))
    focus(id, by < 0 ? 'earlier' : 'later', by < 0 ? 'later' : 'earlier')
  }

  function remove(id: string) {
    const place = list.findIndex((one) => one.id === id)
    const next = list[place + 1] ?? list[place - 1]
    uploads.remove(id)
    announce(fill(words, 'removed', { place: place + 1 }))
    focus(next?.id ?? '', 'remove')
  }

  return (
    <ul ref={root} aria-label={fill(words, 'images')} className="space-y-3 max-sm:-ms-13">
      {list.map((upload, place) => (
        <ComposerImage
          key={upload.id}
          upload={upload}
          place={place}
          count={list.length}
          words={words}
          onDescribe={(alt) => uploads.describe(upload.id, alt)}
          onMove={(by) => move(upload.id, by)}
          onRemove={() => remove(upload.id)}
          onRetry={() => uploads.retry(upload.id)}
        />
      ))}
    </ul>
  )
}
