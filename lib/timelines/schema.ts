import { z } from 'zod'
import { type Page, timelineParams } from '@/lib/page'
import type { Tweet } from '@/lib/tweets/schema'

/** `?since=` alone: the place after which to count. */
export const sinceParams = timelineParams.pick({ since: true })

export const newCountView = z.object({ count: z.int() }).meta({ id: 'NewCount', description: '100 stands for 100 or more.' })

/** A page of a timeline. `sinceCursor` names its newest end: `?since=` that asks for what came later. */
export type TimelinePage = Page<Tweet> & { sinceCursor: string }
