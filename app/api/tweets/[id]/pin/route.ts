import { routes } from '@/lib/http/route'
import { pinTweet, unpinTweet } from '@/lib/pins/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  PUT: ({ viewer, params }) => pinTweet(viewer, params.id),
  DELETE: ({ viewer, params }) => unpinTweet(viewer, params.id),
})
