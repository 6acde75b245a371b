import { listBlocked } from '@/lib/blocks/queries'
import { routes } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer, query }) => listBlocked(viewer, query),
})
