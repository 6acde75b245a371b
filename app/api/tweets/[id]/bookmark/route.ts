import { bookmarkTweet, unbookmarkTweet } from '@/lib/bookmarks/commands'
import { routes } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  PUT: ({ viewer, params }) => bookmarkTweet(viewer, params.id),
  DELETE: ({ viewer, params }) => unbookmarkTweet(viewer, params.id),
})
