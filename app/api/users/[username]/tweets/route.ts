import { routes } from '@/lib/http/route'
import { listTweetsOf } from '@/lib/tweets/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ username: string }>({
  GET: ({ viewer, params, query }) => listTweetsOf(viewer, params.username, query),
})
