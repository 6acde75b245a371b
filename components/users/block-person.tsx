'use client'

import { Ban } from 'lucide'
import { lazy, type MouseEvent, Suspense, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { closeMenu, menuItemLook } from '@/components/ui/menu'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

const ConfirmBlock = lazy(() => import('@/components/users/confirm-block').then(({ ConfirmBlock }) => ({ default: ConfirmBlock })))

/** Asks and then blocks somebody: in a dialog, or without JavaScript on a page. */
export function BlockPerson({ username, words }: { username: string; words: Templates<Key<'peopleActs'>> }) {
  const [asking, setAsking] = useState(false)
  const opener = useRef<HTMLElement | null>(null)

  function ask(event: MouseEvent<HTMLElement>) {
    event.preventDefault()
    const menu = event.currentTarget.closest('[popover]')
    opener.current = document.querySelector(`[popovertarget="${menu?.id}"]`)
    closeMenu(event.currentTarget)
    setAsking(true)
  }

  return (
    <>
      <Link href={`/${username}/block`} onClick={ask} className={menuItemLook('text-danger')}>
        <Icon node={Ban} className="size-5" />
        {fill(words, 'block.whom', { username })}
      </Link>
      {asking && (
        <Suspense>
          <ConfirmBlock username={username} words={words} onClose={() => setAsking(false)} opener={opener} />
        </Suspense>
      )}
    </>
  )
}
