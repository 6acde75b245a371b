import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { operation } from '@/lib/http/operation'

const shared = { tag: 'Health', who: 'anybody' } as const

export const healthPaths: ZodOpenApiPathsObject = {
  '/api/health': {
    get: operation({ ...shared, uncounted: true, summary: 'The process is up', returns: z.object({ status: z.literal('ok') }) }),
  },
  '/api/ready': {
    get: operation({
      ...shared,
      uncounted: true,
      summary: 'The database answers, and so many of its replicas are used, where there are any',
      returns: z.object({ status: z.literal('ready'), replicas: z.int().nonnegative().optional() }),
    }),
  },
  '/api/metrics': {
    get: operation({ ...shared, who: 'the monitor', uncounted: true, summary: 'What this process counts, for Prometheus', text: true }),
  },
  '/api/openapi.json': { get: operation({ ...shared, summary: 'This document', returns: z.object({ openapi: z.string() }).loose() }) },
}
