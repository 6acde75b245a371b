'use client'

import { Pin, PinOff } from 'lucide'
import type { FormEvent } from 'react'
import { ActFailure } from '@/components/tweets/act-failure'
import { usePinnedId } from '@/components/tweets/pinned'
import { Icon } from '@/components/ui/icon'
import { closeMenu, menuItemLook } from '@/components/ui/menu'
import { useSwitch } from '@/components/ui/use-switch'
import { pinAction, unpinAction } from '@/lib/pins/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

/** Puts one's own tweet first on one's profile, or back among the others. */
export function PinButton({ id, words }: { id: string; words: Templates<Key<'acts'>> }) {
  const { shown, posted, ref, form } = useSwitch(usePinnedId() === id, pinAction, unpinAction)
  const icon = shown ? PinOff : Pin

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    form.onSubmit(event)
    closeMenu(event.currentTarget)
  }

  return (
    <div ref={ref}>
      <form action={form.action} onSubmit={onSubmit}>
        <input type="hidden" name="id" value={id} />
        <button type="submit" className={menuItemLook()}>
          <Icon node={icon} className="size-5" />
          {fill(words, shown ? 'unpin' : 'pin')}
        </button>
      </form>
      <ActFailure state={posted} />
    </div>
  )
}
