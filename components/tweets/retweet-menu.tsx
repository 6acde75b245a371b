'use client'

import { PenLine, Repeat2 } from 'lucide-react'
import Link from 'next/link'
import { type FormEvent, useId } from 'react'
import { ActFailure } from '@/components/tweets/act-failure'
import { ActSign, actLook } from '@/components/tweets/act-look'
import { counted } from '@/components/ui/count'
import { closeMenu, Menu, menuItemLook } from '@/components/ui/menu'
import { useSwitch } from '@/components/ui/use-switch'
import { retweetAction, unretweetAction } from '@/lib/retweets/actions'

/** Retweets a tweet, takes that back, or quotes it. */
export function RetweetMenu({ id, retweeted, count }: { id: string; retweeted: boolean; count: number }) {
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
        buttonClassName={actLook({ tone: 'success', on: shown })}
        button={<ActSign icon={Repeat2} count={retweets} />}
      >
        <form action={form.action} onSubmit={onSubmit}>
          <input type="hidden" name="id" value={id} />
          <button type="submit" className={menuItemLook()}>
            <Repeat2 aria-hidden="true" className="size-5" />
            {shown ? 'Undo retweet' : 'Retweet'}
          </button>
        </form>
        <Link href={`/compose?quote=${id}`} prefetch={false} className={menuItemLook()}>
          <PenLine aria-hidden="true" className="size-5" />
          Quote
        </Link>
      </Menu>
      <ActFailure state={posted} />
    </div>
  )
}
