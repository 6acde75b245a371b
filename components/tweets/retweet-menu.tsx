'use client'

import { Repeat2 } from 'lucide'
import { type FormEvent, type ReactNode, useId } from 'react'
import { ActFailure } from '@/components/tweets/act-failure'
import { ActSign, actLook } from '@/components/tweets/act-look'
import { counted } from '@/components/ui/count'
import { Icon } from '@/components/ui/icon'
import { closeMenu, Menu, menuItemLook } from '@/components/ui/menu'
import { useSwitch } from '@/components/ui/use-switch'
import { retweetAction, unretweetAction } from '@/lib/retweets/actions'

type Props = { id: string; retweeted: boolean; count: number; quote: ReactNode }

/** Retweets a tweet or takes that back; `quote` is the way to quote it. */
export function RetweetMenu({ id, retweeted, count, quote }: Props) {
  const { shown, posted, ref, form } = useSwitch(retweeted, retweetAction, unretweetAction)
  const retweets = count + Number(shown) - Number(retweeted)

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    form.onSubmit(event)
    closeMenu(event.currentTarget)
  }

  return (
    <div ref={ref} className="flex flex-1">
      <Menu
        id={useId()}
        label={`${shown ? 'Retweeted' : 'Retweet'}, ${counted(retweets, 'retweet', 'retweets')}`}
        shortcut="t"
        buttonClassName={actLook({ tone: 'success', on: shown })}
        button={<ActSign icon={Repeat2} count={retweets} />}
      >
        <form action={form.action} onSubmit={onSubmit}>
          <input type="hidden" name="id" value={id} />
          <button type="submit" className={menuItemLook()}>
            <Icon node={Repeat2} className="size-5" />
            {shown ? 'Undo retweet' : 'Retweet'}
          </button>
        </form>
        {quote}
      </Menu>
      <ActFailure state={posted} />
    </div>
  )
}
