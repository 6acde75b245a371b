import { routes } from '@/lib/http/route'
import { createReport } from '@/lib/reports/commands'
import { listReports } from '@/lib/reports/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer, query }) => listReports(viewer, query),
  POST: async ({ viewer, body }) => createReport(viewer, await body()),
})
