'use client'

import { type ComponentType, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Upload, Uploads } from '@/components/media/uploads'
import { announce } from '@/components/ui/announcer'

type Desk = { uploads: Uploads; ComposerImages: ComponentType<{ uploads: Uploads; list: Upload[] }> }

const NONE: Upload[] = []
const none = () => NONE
const never = () => () => undefined

/**
 * The images that go with what one writes. Everything that handles them is loaded when the first is chosen, or by `prepare` when that is
 * likely. `waiting` says why what is written cannot be posted yet.
 */
export function useAttachments() {
  const [desk, setDesk] = useState<Desk | null>(null)
  const loading = useRef<Promise<Desk> | null>(null)
  const list = useSyncExternalStore(desk?.uploads.subscribe ?? never, desk?.uploads.list ?? none, none)

  // Whoever leaves takes nothing along.
  useEffect(() => () => desk?.uploads.clear(), [desk])

  async function add(files: File[]) {
    if (files.length === 0) return
    try {
      loading.current ??= load()
      const at = await loading.current
      setDesk(at)
      announce(at.uploads.add(files))
    } catch {
      loading.current = null
      announce('Images cannot be added right now. Check your connection and try again.')
    }
  }

  return {
    add,
    prepare: () => void load().catch(() => null),
    clear: () => desk?.uploads.clear(),
    waiting: waitingFor(list),
    panel: desk && list.length > 0 && <desk.ComposerImages uploads={desk.uploads} list={list} />,
  }
}

async function load(): Promise<Desk> {
  const [{ Uploads }, { ComposerImages }] = await Promise.all([
    import('@/components/media/uploads'),
    import('@/components/tweets/composer-images'),
  ])
  return { uploads: new Uploads(), ComposerImages }
}

function waitingFor(list: Upload[]): string | null {
  if (list.some(({ state }) => state === 'failed')) return 'An image could not be uploaded. Try it again or remove it, then post.'
  return list.some(({ state }) => state === 'sending') ? 'The images are still being uploaded. Post in a moment.' : null
}
