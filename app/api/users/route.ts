import { created, routes } from '@/lib/http/route'
import { signUp } from '@/lib/users/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: async ({ body }) => {
    const me = await signUp(await body())
    return created(me, `/api/users/${me.username}`)
  },
})
