import { routes } from '@/lib/http/route'
import { retweet, unretweet } from '@/lib/retweets/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  PUT: ({ viewer, params }) => retweet(viewer, params.id),
  DELETE: ({ viewer, params }) => unretweet(viewer, params.id),
})
