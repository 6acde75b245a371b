import { revokeToken } from '@/lib/auth/commands'
import { readFields } from '@/lib/http/body'
import { oauthRoutes } from '@/lib/http/oauth'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = oauthRoutes({
  POST: async ({ request }) => revokeToken(await readFields(request)),
})
