import { LRUCache } from 'lru-cache'
import { isCurrent, stampOf } from '@/lib/moment'
import { requestContext } from '@/lib/request'

type Kept<T> = { version: number; at: number; answer: Promise<T> }

/** How much of memory an answer takes until it is known. */
const UNKNOWN = 2_000

/**
 * Answers that are kept for as long as lib/moment.ts allows, of `bytes` bytes at most in all. What is under way already answers whoever asks for
 * the same meanwhile. The key must name everything that the answer depends on, and first of all who asks.
 */
export function makeKeeper<T>(bytes: number, sizeOf: (answer: T) => number) {
  const answers = new LRUCache<string, Kept<T>>({ maxSize: bytes })

  return (key: string, work: () => Promise<T>): Promise<T> => {
    const moment = requestContext.getStore()?.moment
    if (!moment) return work()
    const known = answers.get(key)
    if (known && isCurrent(known, moment)) return known.answer
    const kept = { ...stampOf(moment), answer: work() }
    answers.set(key, kept, { size: UNKNOWN })
    void kept.answer.then(
      (answer) => answers.peek(key) === kept && answers.set(key, kept, { size: sizeOf(answer) + key.length }),
      () => answers.peek(key) === kept && answers.delete(key),
    )
    return kept.answer
  }
}
