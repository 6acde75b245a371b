import { routes } from '@/lib/http/route'
import { deleteTweet } from '@/lib/tweets/commands'
import { getTweet } from '@/lib/tweets/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: ({ viewer, params }) => getTweet(viewer, params.id),
  DELETE: ({ viewer, params }) => deleteTweet(viewer, params.id),
})
