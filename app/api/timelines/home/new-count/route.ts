import { routes } from '@/lib/http/route'
import { countNew } from '@/lib/timelines/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer, query }) => countNew(viewer, query),
})
