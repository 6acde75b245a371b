import { routes } from '@/lib/http/route'
import { resetPassword } from '@/lib/passwords/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: async ({ body }) => resetPassword(await body()),
})
