'use client'

import { Link2 } from 'lucide-react'
import { ActSign, actLook } from '@/components/tweets/act-look'
import { announce } from '@/components/ui/announcer'
import { cn } from '@/components/ui/cn'

/** Puts a tweet's address on the clipboard. */
export function CopyLink({ path }: { path: string }) {
  async function copy() {
    try {
      await navigator.clipboard.writeText(new URL(path, window.location.origin).href)
      announce('The link was copied.')
    } catch {
      announce('Your browser did not let the link be copied.')
    }
  }

  return (
    <button type="button" aria-label="Copy link" onClick={copy} className={cn(actLook(), 'hidden @min-[16.5rem]:flex noscript:hidden')}>
      <ActSign icon={Link2} />
    </button>
  )
}
