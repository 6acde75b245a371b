import { AsyncLocalStorage } from 'node:async_hooks'
import { log } from '@/lib/log'

type Work = () => Promise<void>

/** How the door of the request that is being answered has work done after the answer. */
export const deferral = new AsyncLocalStorage<(work: Work) => void>()

// Next.js evaluates this module once for each of its bundles; the process ends once.
const shared = globalThis as { linnetUnderWay?: Set<Promise<void>> }
shared.linnetUnderWay ??= new Set()
const underWay = shared.linnetUnderWay

/** Has the work done once the request that is being answered has its answer; where there is none, at once beside everything else. A failure is logged. */
export function later(work: Work): void {
  const defer = deferral.getStore() ?? ((task: Work) => void task())
  defer(() => begin(work))
}

/** Waits until all work that has begun is done. */
export async function settled(): Promise<void> {
  while (underWay.size > 0) await Promise.all(underWay)
}

function begin(work: Work): Promise<void> {
  const run = work()
    .catch((error: unknown) => log.error({ err: error }, 'work after an answer failed'))
    .finally(() => underWay.delete(run))
  underWay.add(run)
  return run
}
