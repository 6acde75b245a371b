import { getHashtag } from '@/lib/hashtags/queries'
import { routes } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ word: string }>({
  GET: ({ viewer, params }) => getHashtag(viewer, params.word),
})
