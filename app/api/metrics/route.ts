import { env } from '@/lib/env'
import { getMetrics } from '@/lib/health/metrics'
import { routes } from '@/lib/http/route'
import { requireSecret } from '@/lib/http/secret'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    GET: async ({ headers }) => {
      requireSecret(headers, env.METRICS_TOKEN, 'Only the monitor may ask for this, with METRICS_TOKEN as its Bearer token.')
      const { text, contentType } = await getMetrics()
      return new Response(text, { headers: { 'Content-Type': contentType } })
    },
  },
  { fresh: true, nobody: true, uncounted: true },
)
