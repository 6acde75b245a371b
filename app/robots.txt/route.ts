import { env } from '@/lib/env'
import { DATA_POLICY } from '@/lib/http/policy'
import { robotsTxt } from '@/lib/http/robots-txt'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  return new Response(robotsTxt(env.APP_URL), {
    headers: {
      'Cache-Control': 'public, max-age=3600',
      'Content-Security-Policy': DATA_POLICY,
      'Content-Type': 'text/plain; charset=utf-8',
    },
  })
}
