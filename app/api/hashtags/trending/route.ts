import { listTrending } from '@/lib/hashtags/queries'
import { routes } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer, query }) => listTrending(viewer, query),
})
