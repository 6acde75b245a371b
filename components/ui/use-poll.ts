'use client'

import { useEffect, useEffectEvent } from 'react'

const EVERY_MS = 30_000
const SLOWEST_MS = 10 * 60_000
const TIMEOUT_MS = 10_000

/**
 * Asks `url` twice a minute while the page is looked at, and at once when one comes back to it, and gives `onAnswer` what it says.
 * The browser keeps the last answer and asks only whether it still holds (ETag). After each failure in a row the wait doubles.
 * `known` is what the server said of its own accord: when that changes, an answer under way is forgotten.
 */
export function usePoll<T, K>(url: string, known: K, onAnswer: (answer: T, known: K) => void) {
  const tell = useEffectEvent(onAnswer)
  useEffect(() => poll(url, (answer: T) => tell(answer, known)), [url, known])
}

function poll<T>(url: string, tell: (answer: T) => void): () => void {
  const ended = new AbortController()
  let timer: ReturnType<typeof setTimeout>
  let asking = false
  let failures = 0

  function wait() {
    clearTimeout(timer)
    timer = setTimeout(ask, Math.min(EVERY_MS * 2 ** failures, SLOWEST_MS))
  }

  async function ask() {
    if (document.hidden || asking) return
    asking = true
    try {
      const answer = await fetch(url, { cache: 'no-cache', signal: AbortSignal.any([ended.signal, AbortSignal.timeout(TIMEOUT_MS)]) })
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
      tell(await answer.json())
      failures = 0
    } catch {
      failures++
    }
    asking = false
    if (!ended.signal.aborted) wait()
  }

  wait()
  document.addEventListener('visibilitychange', ask, { signal: ended.signal })
  return () => {
    ended.abort()
    clearTimeout(timer)
  }
}
