import { env } from '@/lib/env'

const YEAR = 365 * 24 * 60 * 60

/** The browser's cookie of how Linnet looks there. It holds no secret, and is nobody's in particular. */
export const APPEARANCE_COOKIE = {
  name: 'linnet.appearance',
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure: env.APP_URL.startsWith('https:'), maxAge: YEAR },
} as const
