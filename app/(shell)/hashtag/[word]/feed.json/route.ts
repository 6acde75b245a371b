import { getHashtagFeed } from '@/lib/feeds/queries'
import { publishJsonFeed } from '@/lib/http/publication'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publishJsonFeed<{ word: string }>(({ word }) => getHashtagFeed(word))
