'use client'

import { Ban } from 'lucide-react'
import Link from 'next/link'
import { lazy, type MouseEvent, Suspense, useRef, useState } from 'react'
import { closeMenu, menuItemLook } from '@/components/ui/menu'

const ConfirmBlock = lazy(() => import('@/components/users/confirm-block').then(({ ConfirmBlock }) => ({ default: ConfirmBlock })))

/** Asks and then blocks somebody: in a dialog, or without JavaScript on a page. */
export function BlockPerson({ username }: { username: string }) {
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
      <Link href={`/${username}/block`} prefetch={false} onClick={ask} className={menuItemLook('text-danger')}>
        <Ban aria-hidden="true" className="size-5" />
        Block @{username}
      </Link>
      {asking && (
        <Suspense>
          <ConfirmBlock username={username} onClose={() => setAsking(false)} opener={opener} />
        </Suspense>
      )}
    </>
  )
}
