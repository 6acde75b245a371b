import { routes } from '@/lib/http/route'
import { listPublic } from '@/lib/timelines/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer, query }) => listPublic(viewer, query),
})
