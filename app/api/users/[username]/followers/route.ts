import { routes } from '@/lib/http/route'
import { listFollowers } from '@/lib/users/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ username: string }>({
  GET: ({ viewer, params, query }) => listFollowers(viewer, params.username, query),
})
