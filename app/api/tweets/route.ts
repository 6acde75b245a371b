import { created, routes } from '@/lib/http/route'
import { createTweet } from '@/lib/tweets/commands'
import { mustBeWriter } from '@/lib/tweets/policy'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: async ({ viewer, body, headers }) => {
    mustBeWriter(viewer, headers.get('linnet-writer'))
    const { value, replayed } = await createTweet(viewer, await body(), headers.get('idempotency-key'))
    return created(value, `/api/tweets/${value.id}`, { replayed })
  },
})
