import { routes } from '@/lib/http/route'
import { resolveReport } from '@/lib/reports/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  PUT: async ({ viewer, params, body }) => resolveReport(viewer, params.id, await body()),
})
