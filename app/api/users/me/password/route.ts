import { routes } from '@/lib/http/route'
import { changePassword } from '@/lib/passwords/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: async ({ viewer, body }) => changePassword(viewer, await body()),
})
