import { routes } from '@/lib/http/route'
import { listMuted } from '@/lib/mutes/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer, query }) => listMuted(viewer, query),
})
