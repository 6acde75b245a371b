import { routes } from '@/lib/http/route'
import { listReplies } from '@/lib/tweets/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: ({ viewer, params, query }) => listReplies(viewer, params.id, query),
})
