import { routes } from '@/lib/http/route'
import { requestPasswordReset } from '@/lib/passwords/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: async ({ body }) => requestPasswordReset(await body()),
})
