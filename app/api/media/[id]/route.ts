import { routes } from '@/lib/http/route'
import { deleteMedia, describeMedia } from '@/lib/media/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  PATCH: async ({ viewer, params, body }) => describeMedia(viewer, params.id, await body()),
  DELETE: ({ viewer, params }) => deleteMedia(viewer, params.id),
})
