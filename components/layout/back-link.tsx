'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { MouseEvent } from 'react'

/** Goes where one came from; to `href` for those who came from outside, and without JavaScript. */
export function BackLink({ href }: { href: string }) {
  const router = useRouter()

  function goBack(event: MouseEvent) {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!plain || !window.navigation?.canGoBack) return
    event.preventDefault()
    router.back()
  }

  return (
    <Link
      href={href}
      onClick={goBack}
      className="-ms-2 grid size-touch shrink-0 place-items-center rounded-full hover:bg-surface focus-visible:rounded-full"
    >
      <ArrowLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
      <span className="sr-only">Back</span>
    </Link>
  )
}
