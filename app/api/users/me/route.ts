import { routes } from '@/lib/http/route'
import { deleteAccount, editProfile } from '@/lib/users/commands'
import { getMe } from '@/lib/users/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer }) => getMe(viewer),
  PATCH: async ({ viewer, body }) => editProfile(viewer, await body()),
  DELETE: async ({ viewer, body }) => deleteAccount(viewer, await body()),
})
