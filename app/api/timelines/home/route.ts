import { routes } from '@/lib/http/route'
import { listHome } from '@/lib/timelines/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer, query }) => listHome(viewer, query),
})
