import { listHashtagTweets } from '@/lib/hashtags/queries'
import { routes } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ word: string }>({
  GET: ({ viewer, params, query }) => listHashtagTweets(viewer, params.word, query),
})
