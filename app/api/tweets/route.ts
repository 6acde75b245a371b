import { created, routes } from '@/lib/http/route'
import { createTweet } from '@/lib/tweets/commands'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: async ({ viewer, body, headers }) => {
    const { value, replayed } = await createTweet(viewer, await body(), headers.get('idempotency-key'))
    return created(value, `/api/tweets/${value.id}`, { replayed })
  },
})
