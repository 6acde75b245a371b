import { routes } from '@/lib/http/route'
import { listNotifications } from '@/lib/notifications/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer, query }) => listNotifications(viewer, query),
})
