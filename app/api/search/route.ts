import { routes } from '@/lib/http/route'
import { search } from '@/lib/search/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    GET: ({ viewer, query }) => search(viewer, query),
  },
  { limited: 'search' },
)
