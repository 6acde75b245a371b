import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { operation } from '@/lib/http/operation'
import { pageOf, pageParams } from '@/lib/page'
import { tweetView } from '@/lib/tweets/schema'

const shared = { tag: 'Timelines', query: pageParams, returns: pageOf(tweetView) }

export const timelinePaths: ZodOpenApiPathsObject = {
  '/api/timelines/home': { get: operation({ ...shared, summary: 'What I and the people I follow wrote', who: 'signed in' }) },
  '/api/timelines/public': { get: operation({ ...shared, summary: "Everybody's tweets", who: 'either' }) },
}
