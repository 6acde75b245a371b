import { listBookmarks } from '@/lib/bookmarks/queries'
import { routes } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer, query }) => listBookmarks(viewer, query),
})
