import { routes } from '@/lib/http/route'
import { likeTweet, unlikeTweet } from '@/lib/likes/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  PUT: ({ viewer, params }) => likeTweet(viewer, params.id),
  DELETE: ({ viewer, params }) => unlikeTweet(viewer, params.id),
})
