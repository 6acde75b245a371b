'use client'

import { Trash2 } from 'lucide-react'
import Link from 'next/link'
import { lazy, type MouseEvent, Suspense, useRef, useState } from 'react'
import { menuItemLook } from '@/components/ui/menu'

const ConfirmDelete = lazy(() => import('@/components/tweets/confirm-delete').then(({ ConfirmDelete }) => ({ default: ConfirmDelete })))

type Props = { id: string; path: string; returnTo: string | undefined }

/** Asks and then deletes one's own tweet: in a dialog, or without JavaScript on a page. */
export function DeleteTweet({ id, path, returnTo }: Props) {
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
      <Link href={`${path}/delete`} prefetch={false} onClick={ask} className={menuItemLook('text-danger')}>
        <Trash2 aria-hidden="true" className="size-5" />
        Delete
      </Link>
      {asking && (
        <Suspense>
          <ConfirmDelete id={id} returnTo={returnTo} onClose={() => setAsking(false)} opener={opener} />
        </Suspense>
      )}
    </>
  )
}
