import { routes } from '@/lib/http/route'
import { listQuotes } from '@/lib/tweets/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: ({ viewer, params, query }) => listQuotes(viewer, params.id, query),
})
