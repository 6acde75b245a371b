import { getUserFeed } from '@/lib/feeds/queries'
import { publishRss } from '@/lib/http/publication'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publishRss<{ username: string }>(({ username }) => getUserFeed(username))
