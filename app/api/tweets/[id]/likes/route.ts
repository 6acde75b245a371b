import { routes } from '@/lib/http/route'
import { listLikesOf } from '@/lib/likes/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: ({ viewer, params, query }) => listLikesOf(viewer, params.id, query),
})
