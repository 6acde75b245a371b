import { listHashtags } from '@/lib/hashtags/queries'
import { routes } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer, query }) => listHashtags(viewer, query),
})
