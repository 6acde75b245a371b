import { SESSION_MAX_SECONDS } from '@/lib/auth/token'
import { env } from '@/lib/env'

const secure = env.APP_URL.startsWith('https:')

/** The browser's session cookie. Over https its name keeps subdomains from setting it (RFC 6265bis, `__Host-`). */
export const SESSION_COOKIE = {
  name: secure ? '__Host-linnet.session' : 'linnet.session',
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: SESSION_MAX_SECONDS },
} as const
