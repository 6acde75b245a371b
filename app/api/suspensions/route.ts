import { routes } from '@/lib/http/route'
import { listSuspended } from '@/lib/moderation/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer, query }) => listSuspended(viewer, query),
})
