import { routes } from '@/lib/http/route'
import { getReport } from '@/lib/reports/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: ({ viewer, params }) => getReport(viewer, params.id),
})
