import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { operation } from '@/lib/http/operation'
import { pageOf, runParams, timelineParams } from '@/lib/page'
import { newCountView, sinceParams } from '@/lib/timelines/schema'
import { tweetView } from '@/lib/tweets/schema'

const shared = { tag: 'Timelines', returns: pageOf(tweetView) }

export const timelinePaths: ZodOpenApiPathsObject = {
  '/api/timelines/home': {
    get: operation({ ...shared, query: runParams, summary: 'What I and the people I follow wrote', who: 'signed in' }),
  },
  '/api/timelines/public': { get: operation({ ...shared, query: timelineParams, summary: "Everybody's tweets", who: 'either' }) },
  '/api/timelines/home/new-count': {
    get: operation({ tag: 'Timelines', summary: 'How much is new since', who: 'signed in', query: sinceParams, returns: newCountView }),
  },
}
