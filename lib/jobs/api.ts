import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { operation } from '@/lib/http/operation'
import { jobRunsView } from '@/lib/jobs/schema'

export const jobPaths: ZodOpenApiPathsObject = {
  '/api/cron': {
    get: operation({ tag: 'Jobs', who: 'the scheduler', uncounted: true, summary: 'Run every job once', returns: jobRunsView }),
  },
}
