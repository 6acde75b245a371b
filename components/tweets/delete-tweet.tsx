'use client'

import { lazy, type MouseEvent, type ReactNode, Suspense, useRef, useState } from 'react'
import { Link } from '@/components/ui/link'
import { menuItemLook } from '@/components/ui/menu'

const ConfirmDelete = lazy(() => import('@/components/tweets/confirm-delete').then(({ ConfirmDelete }) => ({ default: ConfirmDelete })))

type Props = { id: string; path: string; returnTo: string | undefined; children: ReactNode }

/** Asks and then deletes one's own tweet: in a dialog, or without JavaScript on a page. */
export function DeleteTweet({ id, path, returnTo, children }: Props) {
  const [asking, setAsking] = useState(false)
  const opener = useRef<HTMLElement | null>(null)

  function ask(event: MouseEvent<HTMLElement>) {
    event.preventDefault()
    const menu = event.currentTarget.closest<HTMLElement>('[popover]')
    opener.current = document.querySelector(`[popovertarget="${menu?.id}"]`)
    menu?.hidePopover()
    setAsking(true)
  }

  return (
    <>
      <Link href={`${path}/delete`} onClick={ask} className={menuItemLook('text-danger')}>
        {children}
      </Link>
      {asking && (
        <Suspense>
          <ConfirmDelete id={id} returnTo={returnTo} onClose={() => setAsking(false)} opener={opener} />
        </Suspense>
      )}
    </>
  )
}
