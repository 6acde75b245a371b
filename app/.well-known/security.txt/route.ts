import { env } from '@/lib/env'
import { DATA_POLICY } from '@/lib/http/policy'
import { securityTxt } from '@/lib/http/security-txt'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  return new Response(securityTxt({ appUrl: env.APP_URL, contact: env.SECURITY_CONTACT, now: new Date() }), {
    headers: {
      'Cache-Control': 'public, max-age=86400',
      'Content-Security-Policy': DATA_POLICY,
      'Content-Type': 'text/plain; charset=utf-8',
    },
  })
}
