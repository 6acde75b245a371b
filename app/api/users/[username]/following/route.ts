import { routes } from '@/lib/http/route'
import { listFollowing } from '@/lib/users/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ username: string }>({
  GET: ({ viewer, params, query }) => listFollowing(viewer, params.username, query),
})
