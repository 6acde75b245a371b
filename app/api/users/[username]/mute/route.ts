import { routes } from '@/lib/http/route'
import { mute, unmute } from '@/lib/mutes/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ username: string }>({
  PUT: ({ viewer, params }) => mute(viewer, params.username),
  DELETE: ({ viewer, params }) => unmute(viewer, params.username),
})
