import { requestEmailChange } from '@/lib/emails/commands'
import { routes } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: async ({ viewer, body }) => requestEmailChange(viewer, await body()),
})
