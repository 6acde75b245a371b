import { verifyEmail } from '@/lib/emails/commands'
import { routes } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: async ({ body }) => verifyEmail(await body()),
})
