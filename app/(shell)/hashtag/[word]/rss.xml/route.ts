import { getHashtagFeed } from '@/lib/feeds/queries'
import { publishRss } from '@/lib/http/publication'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publishRss<{ word: string }>(({ word }) => getHashtagFeed(word))
