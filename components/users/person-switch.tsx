'use client'

import { Ban, Volume2, VolumeX } from 'lucide'
import type { ComponentProps, FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { closeMenu, menuItemLook } from '@/components/ui/menu'
import { useSwitch } from '@/components/ui/use-switch'
import { blockAction, unblockAction } from '@/lib/blocks/actions'
import { muteAction, unmuteAction } from '@/lib/mutes/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = {
  act: keyof typeof ACTS
  username: string
  on: boolean
  words: Templates<Key<'peopleActs'>>
  /** Without it, it is an item of a menu. */
  variant?: ComponentProps<typeof Button>['variant']
}

const ACTS = {
  mute: { turnOn: muteAction, turnOff: unmuteAction, does: { word: 'mute', icon: VolumeX }, undoes: { word: 'unmute', icon: Volume2 } },
  block: { turnOn: blockAction, turnOff: unblockAction, does: { word: 'block', icon: Ban }, undoes: { word: 'unblock', icon: Ban } },
} as const

/** Mutes or blocks somebody, or no longer; shown as done while the server does it. */
export function PersonSwitch({ act, username, on, words, variant }: Props) {
  const { turnOn, turnOff, does, undoes } = ACTS[act]
  const { shown, posted, ref, form } = useSwitch(on, turnOn, turnOff)
  const { word, icon } = shown ? undoes : does

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    form.onSubmit(event)
    closeMenu(event.currentTarget)
  }

  return (
    <div ref={ref} className="shrink-0">
      <form action={form.action} onSubmit={onSubmit}>
        <input type="hidden" name="username" value={username} />
        {variant ? (
          <Button variant={variant} size="small">
            {fill(words, word)}
            <span className="sr-only"> @{username}</span>
          </Button>
        ) : (
          <button type="submit" className={menuItemLook()}>
            <Icon node={icon} className="size-5" />
            {fill(words, `${word}.whom`, { username })}
          </button>
        )}
      </form>
      {posted.status === 'failed' && (
        <p role="alert" className="max-w-60 px-4 text-danger text-sm">
          {posted.message}
        </p>
      )}
    </div>
  )
}
