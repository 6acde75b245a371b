import { routes } from '@/lib/http/route'
import { endMySession } from '@/lib/sessions/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  DELETE: ({ viewer, params }) => endMySession(viewer, params.id),
})
