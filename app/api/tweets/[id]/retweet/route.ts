import { routes } from '@/lib/http/route'
import { retweetTweet, unretweetTweet } from '@/lib/retweets/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  PUT: ({ viewer, params }) => retweetTweet(viewer, params.id),
  DELETE: ({ viewer, params }) => unretweetTweet(viewer, params.id),
})
