'use client'

import { Repeat2 } from 'lucide'
import { type FormEvent, type ReactNode, useId } from 'react'
import { ActFailure } from '@/components/tweets/act-failure'
import { ActSign, actLook } from '@/components/tweets/act-look'
import { Icon } from '@/components/ui/icon'
import { closeMenu, Menu, menuItemLook } from '@/components/ui/menu'
import { useSwitch } from '@/components/ui/use-switch'
import { retweetAction, unretweetAction } from '@/lib/retweets/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = { id: string; retweeted: boolean; count: number; quote: ReactNode; words: Templates<Key<'acts'>> }

/** Retweets a tweet or takes that back; `quote` is the way to quote it. */
export function RetweetMenu({ id, retweeted, count, quote, words }: Props) {
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
        label={fill(words, shown ? 'retweeted' : 'retweet', { count: retweets })}
        shortcut="t"
        atStart
        buttonClassName={actLook({ tone: 'success', on: shown })}
        button={<ActSign icon={Repeat2} customs={words.customs} count={retweets} />}
      >
        <form action={form.action} onSubmit={onSubmit}>
          <input type="hidden" name="id" value={id} />
          <button type="submit" className={menuItemLook()}>
            <Icon node={Repeat2} className="size-5" />
            {fill(words, shown ? 'undoRetweet' : 'retweetIt')}
          </button>
        </form>
        {quote}
      </Menu>
      <ActFailure state={posted} />
    </div>
  )
}
