import { routes } from '@/lib/http/route'
import { markRead } from '@/lib/notifications/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: async ({ viewer, body }) => markRead(viewer, await body()),
})
