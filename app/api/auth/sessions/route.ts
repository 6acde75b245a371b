import { routes } from '@/lib/http/route'
import { endOtherSessions } from '@/lib/sessions/commands'
import { listSessions } from '@/lib/sessions/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer, query }) => listSessions(viewer, query),
  DELETE: ({ viewer }) => endOtherSessions(viewer),
})
