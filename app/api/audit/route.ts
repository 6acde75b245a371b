import { routes } from '@/lib/http/route'
import { listAuditEntries } from '@/lib/moderation/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer, query }) => listAuditEntries(viewer, query),
})
