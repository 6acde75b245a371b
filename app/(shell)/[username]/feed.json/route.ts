import { getUserFeed } from '@/lib/feeds/queries'
import { publishJsonFeed } from '@/lib/http/publication'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publishJsonFeed<{ username: string }>(({ username }) =>
  getUserFeed(username),
)
