import { AsyncLocalStorage } from 'node:async_hooks'
import type { LimitName } from '@/lib/limits'

/** How much of a limit is left: `remaining` times in the next `reset` seconds, of `points` in `seconds`. */
export type Counted = { name: LimitName; points: number; seconds: number; remaining: number; reset: number }

/** What is known of a request while it is answered. */
export type RequestContext = {
  requestId: string
  userId?: string
  /** Where it came from; empty where that cannot be known. */
  address: string
  /** The limits that it was counted for. */
  counted: Counted[]
}

/** The request that is being answered, as its door knows it. Jobs and scripts have none. */
export const requestContext = new AsyncLocalStorage<RequestContext>()
