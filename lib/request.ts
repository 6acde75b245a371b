import { AsyncLocalStorage } from 'node:async_hooks'
import type { LimitName } from '@/lib/limits'
import type { Language } from '@/lib/words/languages'

/** How much of a limit is left: `remaining` times in the next `reset` seconds, of `points` in `seconds`. */
export type Counted = { name: LimitName; points: number; seconds: number; remaining: number; reset: number }

/** How often anything had been written, and whether whoever asks wrote something themselves in the last seconds. */
export type Moment = { version: number; justWrote: boolean }

/** What is known of a request while it is answered. */
export type RequestContext = {
  requestId: string
  userId?: string
  /** Where it came from; empty where that cannot be known. */
  address: string
  /** The language of whoever asks, for what is mailed to them. */
  language?: () => Language
  /** The limits that it was counted for. */
  counted: Counted[]
  /** How the database was when the request came. */
  moment?: Moment
  /** Whether it is a read by somebody who may be shown what is up to a second old. */
  settled?: boolean
}

// Next.js evaluates this module once for each of its bundles; a request is the same in all of them.
const shared = globalThis as { linnetRequest?: AsyncLocalStorage<RequestContext> }
shared.linnetRequest ??= new AsyncLocalStorage()

/** The request that is being answered, as its door knows it. Jobs and scripts have none. */
export const requestContext = shared.linnetRequest
