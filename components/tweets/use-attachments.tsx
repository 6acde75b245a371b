'use client'

import { type ComponentType, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Upload, Uploads } from '@/components/media/uploads'
import type { ComposerImagesProps } from '@/components/tweets/composer-images'
import { announce } from '@/components/ui/announcer'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Words = Templates<Key<'composer'>>
type Desk = { uploads: Uploads; ComposerImages: ComponentType<ComposerImagesProps> }

const NONE: Upload[] = []
const none = () => NONE
const never = () => () => undefined

/**
 * The images that go with what one writes. Everything that handles them is loaded when the first is chosen, or by `prepare` when that is
 * likely. `waiting` says why what is written cannot be posted yet.
 */
export function useAttachments(words: Words) {
  const [desk, setDesk] = useState<Desk | null>(null)
  const loading = useRef<Promise<Desk> | null>(null)
  const list = useSyncExternalStore(desk?.uploads.subscribe ?? never, desk?.uploads.list ?? none, none)

  // Whoever leaves takes nothing along.
  useEffect(() => () => desk?.uploads.clear(), [desk])

  async function add(files: File[]) {
    if (files.length === 0) return
    try {
      loading.current ??= load(words)
      const at = await loading.current
      setDesk(at)
      announce(at.uploads.add(files))
    } catch {
      loading.current = null
      announce(fill(words, 'notAddedNow'))
    }
  }

  return {
    add,
    prepare: () => void load(words).catch(() => null),
    clear: () => desk?.uploads.clear(),
    waiting: waitingFor(list, words),
    panel: desk && list.length > 0 && <desk.ComposerImages uploads={desk.uploads} list={list} words={words} />,
  }
}

async function load(words: Words): Promise<Desk> {
  const [{ Uploads }, { ComposerImages }] = await Promise.all([
    import('@/components/media/uploads'),
    import('@/components/tweets/composer-images'),
  ])
  return { uploads: new Uploads(words), ComposerImages }
}

function waitingFor(list: Upload[], words: Words): string | null {
  if (list.some(({ state }) => state === 'failed')) return fill(words, 'oneFailed')
  return list.some(({ state }) => state === 'sending') ? fill(words, 'stillSending') : null
}
