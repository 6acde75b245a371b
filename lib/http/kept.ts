import { LRUCache } from 'lru-cache'
import { isCurrent, KEPT_MS, stampOf } from '@/lib/moment'
import { type Moment, requestContext } from '@/lib/request'

type Kept<T> = { version: number; at: number; answer: Promise<T>; known?: T }

/** How much of memory an answer takes until it is known. */
const UNKNOWN = 2_000

/**
 * Answers that are kept for as long as lib/moment.ts allows, of `bytes` bytes at most in all. What is under way already answers whoever asks for
 * the same meanwhile. The key must name everything that the answer depends on, and first of all who asks.
 */
export function makeKeeper<T>(bytes: number, sizeOf: (answer: T) => number) {
  const answers = new LRUCache<string, Kept<T>>({ maxSize: bytes })

  function keep(key: string, work: () => Promise<T>): Promise<T> {
    const moment = requestContext.getStore()?.moment
    if (!moment) return work()
    const there = answers.get(key)
    if (there && isCurrent(there, moment)) return there.answer
    const kept: Kept<T> = { ...stampOf(moment), answer: work() }
    answers.set(key, kept, { size: UNKNOWN })
    void kept.answer.then(
      (answer) => {
        kept.known = answer
        if (answers.peek(key) === kept) answers.set(key, kept, { size: sizeOf(answer) + key.length })
      },
      () => answers.peek(key) === kept && answers.delete(key),
    )
    return kept.answer
  }

  /** What is kept by that key and may be shown at this moment; without one, what might be at some. */
  function kept(key: string, moment?: Moment): T | undefined {
    const there = answers.get(key)
    const isGood = there && (moment ? isCurrent(there, moment) : performance.now() - there.at <= KEPT_MS)
    return isGood ? there.known : undefined
  }

  return { keep, kept }
}
