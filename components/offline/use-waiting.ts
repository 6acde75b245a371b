'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Told, Waiting } from '@/components/offline/messages'
import { takeIn } from '@/components/offline/take-in'
import { ask, listWaiting, sendWaiting } from '@/components/offline/worker'
import { announce } from '@/components/ui/announcer'
import { say } from '@/components/ui/say'

const AGAIN_MS = 60_000

/** A line that is just back is often not there yet. */
const SOON_MS = 2_000

/** The tweets of this person that wait; has them sent whenever there may be a line, and the service worker know who is here. */
export function useWaiting(viewerId: string | null): Waiting[] {
  const router = useRouter()
  const [tweets, setTweets] = useState<Waiting[]>([])
  const some = tweets.length > 0

  useEffect(() => {
    const stop = takeIn(viewerId)
    const look = async () => setTweets(viewerId ? await listWaiting(viewerId) : [])
    const meet = () => ask({ type: 'here', user: viewerId, files: loadedFiles() })
    const send = () => sendWaiting(viewerId)
    const onOnline = () => {
      send()
      setTimeout(send, SOON_MS)
    }
    const onHide = () => void (document.visibilityState === 'hidden' && meet())
    const onSubmit = ({ target }: Event) =>
      void (target instanceof Element && target.matches('[data-leaves], :has([data-leaves])') && ask({ type: 'leave' }))
    function onMessage({ data }: MessageEvent<Told>) {
      if (!data.outbox) return
      void look()
      if (!viewerId || data.outbox.sent !== viewerId) return
      announce(say('sent'))
      router.refresh()
    }
    register().then(() => {
      void look()
      void meet()
      send()
    })
    navigator.serviceWorker.addEventListener('message', onMessage)
    navigator.serviceWorker.startMessages()
    window.addEventListener('online', onOnline)
    document.addEventListener('visibilitychange', onHide)
    document.addEventListener('submit', onSubmit, true)
    return () => {
      stop()
      navigator.serviceWorker.removeEventListener('message', onMessage)
      window.removeEventListener('online', onOnline)
      document.removeEventListener('visibilitychange', onHide)
      document.removeEventListener('submit', onSubmit, true)
    }
  }, [viewerId, router])

  useEffect(() => {
    if (!some || !viewerId) return
    const timer = setInterval(() => sendWaiting(viewerId), AGAIN_MS)
    return () => clearInterval(timer)
  }, [some, viewerId])

  return tweets
}

/** Resolves once the page is there and a service worker runs, which may be never. */
async function register(): Promise<void> {
  if (document.readyState !== 'complete') await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }))
  await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => null)
  await navigator.serviceWorker.ready
}

/** The scripts, styles and fonts that this page has loaded up to now. */
function loadedFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${window.location.origin}/_next/static/`))
}
