import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { operation } from '@/lib/http/operation'
import { pageOf } from '@/lib/page'
import { reportInput, reportsParams, reportView, resolutionInput } from '@/lib/reports/schema'

const reportPath = z.object({ id: z.string().meta({ format: 'uuid' }) })
const shared = { tag: 'Reports and moderation', who: 'signed in' } as const

export const reportPaths: ZodOpenApiPathsObject = {
  '/api/reports': {
    get: operation({
      ...shared,
      errors: ['forbidden'],
      summary: 'What people reported',
      query: reportsParams,
      returns: pageOf(reportView),
    }),
    post: operation({ ...shared, summary: 'Report a tweet or a person', body: reportInput, status: 204 }),
  },
  '/api/reports/{id}': {
    get: operation({ ...shared, errors: ['forbidden'], summary: 'A report', path: reportPath, returns: reportView }),
  },
  '/api/reports/{id}/resolution': {
    put: operation({
      ...shared,
      summary: 'Dismiss a report, remove its tweet or suspend its person (idempotent)',
      path: reportPath,
      body: resolutionInput,
      returns: reportView,
      errors: ['forbidden', 'conflict'],
    }),
  },
}
