import { routes } from '@/lib/http/route'
import { listRetweetsOf } from '@/lib/retweets/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: ({ viewer, params, query }) => listRetweetsOf(viewer, params.id, query),
})
