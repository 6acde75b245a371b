'use client'

import { X } from 'lucide'
import { usePathname, useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'

type Props = { title: string; close: string; children: ReactNode }

/**
 * A composer in front of the page: on a desk a dialog, on a phone a sheet. Escape, Back, a click beside it and what is posted close it, and the
 * page behind is as it was, with its focus.
 */
export function ComposeDialog(props: Props) {
  // What stands in front of a page stays there as far as Next.js is concerned, also where a link in it leads elsewhere.
  return usePathname() === '/compose' && <InFront {...props} />
}

function InFront({ title, close, children }: Props) {
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const shut = () => dialog.current?.close()

  useEffect(() => {
    if (dialog.current?.open) return
    dialog.current?.showModal()
    dialog.current?.querySelector('textarea')?.focus()
  }, [])

  return (
    <dialog
      ref={dialog}
      closedby="any"
      aria-labelledby="compose-title"
      onClose={() => router.back()}
      // What is posted leaves its form empty.
      onReset={shut}
      className="m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto overscroll-contain bg-canvas p-0 text-ink backdrop:bg-black/55 md:mx-auto md:mt-[8dvh] md:h-fit md:max-h-[84dvh] md:max-w-column md:rounded-2xl md:border md:border-line md:shadow-xl"
    >
      <div className="sticky top-0 z-20 flex min-h-14 items-center gap-2 border-line border-b bg-canvas px-4">
        <button
          type="button"
          aria-label={close}
          onClick={shut}
          className="-ms-2 grid size-touch place-items-center rounded-full hover:bg-surface focus-visible:rounded-full"
        >
          <Icon node={X} className="size-5" />
        </button>
        <h2 id="compose-title" className="font-bold text-lg">
          {title}
        </h2>
      </div>
      {children}
    </dialog>
  )
}
