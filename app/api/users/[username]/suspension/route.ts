import { routes } from '@/lib/http/route'
import { restore, suspend } from '@/lib/moderation/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ username: string }>({
  PUT: async ({ viewer, params, body }) => suspend(viewer, params.username, await body()),
  DELETE: ({ viewer, params }) => restore(viewer, params.username),
})
