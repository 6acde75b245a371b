import { routes } from '@/lib/http/route'
import { getUser } from '@/lib/users/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ username: string }>({
  GET: ({ viewer, params }) => getUser(viewer, params.username),
})
