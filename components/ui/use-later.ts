'use client'

import { type ComponentType, useCallback, useState } from 'react'

/**
 * A part of the page that is loaded when it is first wanted, and what wants it. Where it cannot be loaded the page goes on without it,
 * and the next wish tries again. `load` must be the same function each time.
 */
export function useLater<Props>(load: () => Promise<ComponentType<Props>>) {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null)
  const want = useCallback(() => {
    load().then(
      (loaded) => setPart(() => loaded),
      () => {},
    )
  }, [load])
  return [Part, want] as const
}
