import { routes } from '@/lib/http/route'
import { countUnread } from '@/lib/notifications/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer }) => countUnread(viewer),
})
