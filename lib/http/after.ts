import { after } from 'next/server'
import { deferral } from '@/lib/later'

/** Answers a request; what is put off meanwhile by `later` begins after the answer, and Next.js keeps a serverless host awake for it. */
export function answering<T>(answer: () => Promise<T>): Promise<T> {
  return deferral.run(afterAnswer, answer)
}

function afterAnswer(work: () => Promise<void>): void {
  try {
    after(work)
  } catch {
    // A handler that Next.js did not call, as in a test, has no end to wait for.
    void work()
  }
}
