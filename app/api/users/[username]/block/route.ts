import { block, unblock } from '@/lib/blocks/commands'
import { routes } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ username: string }>({
  PUT: ({ viewer, params }) => block(viewer, params.username),
  DELETE: ({ viewer, params }) => unblock(viewer, params.username),
})
