'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import { useNewest } from '@/components/tweets/newest'
import { buttonLook } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { usePoll } from '@/components/ui/use-poll'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = { list: string; words: Templates<Key<'acts'>> }
type Answer = { count: number }

/** The most that are counted. */
const MOST = 99

/** In the head of the home page, once others wrote something newer than what is shown: the button that shows it, and goes to the head of `list`. */
export function NewTweets({ list, words }: Props) {
  const router = useRouter()
  const { since, ask } = useNewest()
  const [counted, setCounted] = useState({ since, count: 0 })
  const [pending, startTransition] = useTransition()
  const asked = useRef(false)
  const count = counted.since === since ? counted.count : 0
  usePoll(`/api/timelines/home/new-count?since=${since}`, since, ({ count }: Answer, since) => setCounted({ since, count }))

  function showNew() {
    asked.current = true
    startTransition(() => {
      ask()
      router.refresh()
    })
  }

  useEffect(() => {
    if (pending || !asked.current) return
    asked.current = false
    setCounted({ since, count: 0 })
    document.getElementById(list)?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [pending, since, list])

  return (
    <>
      {count > 0 && (
        <button
          type="button"
          data-key="."
          onClick={showNew}
          aria-disabled={pending}
          className={cn(buttonLook({ size: 'small' }), 'absolute inset-x-0 mx-auto w-fit shadow-lg')}
        >
          {count > MOST ? fill(words, 'showMany', { most: MOST }) : fill(words, 'showNew', { count })}
        </button>
      )}
      {/* Told once, however many more come. */}
      <p role="status" className="sr-only">
        {count > 0 && fill(words, 'somethingNew')}
      </p>
    </>
  )
}
