import { followHashtag, unfollowHashtag } from '@/lib/hashtags/commands'
import { routes } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ word: string }>({
  PUT: ({ viewer, params }) => followHashtag(viewer, params.word),
  DELETE: ({ viewer, params }) => unfollowHashtag(viewer, params.word),
})
