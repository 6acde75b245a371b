import { routes } from '@/lib/http/route'
import { getThread } from '@/lib/tweets/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: ({ viewer, params, query }) => getThread(viewer, params.id, query),
})
