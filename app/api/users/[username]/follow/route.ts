import { follow, unfollow } from '@/lib/follows/commands'
import { routes } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ username: string }>({
  PUT: ({ viewer, params }) => follow(viewer, params.username),
  DELETE: ({ viewer, params }) => unfollow(viewer, params.username),
})
