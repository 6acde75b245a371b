'use client'

import { useEffect, useRef, useState } from 'react'

const WAIT_MS = 150
const TIMEOUT_MS = 5_000
const KEPT = 50

/**
 * The JSON at `url`, asked for once that has stayed the same for a moment; null when there is no url, no answer yet, or none comes in time.
 * While an answer is on its way the last one about the same `subject` stays.
 */
export function useAnswer<T>(url: string | null, subject: string): T | null {
  const [last, setLast] = useState<{ subject: string; answer: T | null } | null>(null)
  const kept = useRef(new Map<string, T>())
  useEffect(() => {
    const known = url === null ? null : kept.current.get(url)
    if (url === null || known) return setLast({ subject, answer: known ?? null })
    const ended = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await ask<T>(url, ended.signal)
      if (ended.signal.aborted) return
      if (answer) keep(kept.current, url, answer)
      setLast({ subject, answer })
    }, WAIT_MS)
    return () => {
      clearTimeout(timer)
      ended.abort()
    }
  }, [url, subject])
  return url !== null && last?.subject === subject ? last.answer : null
}

async function ask<T>(url: string, signal: AbortSignal): Promise<T | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

function keep<T>(kept: Map<string, T>, url: string, answer: T) {
  kept.set(url, answer)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
}
