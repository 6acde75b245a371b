import { cookies } from 'next/headers'
import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { type Subject, signToken } from '@/lib/auth/token'

/** Gives the browser the session's cookie: a JWT that the NextAuth endpoints read too. */
export async function setSessionCookie(subject: Subject): Promise<void> {
  const { name, options } = SESSION_COOKIE
  const jar = await cookies()
  jar.set(name, await signToken('session', subject), options)
}

/** Takes the session's cookie from the browser. */
export async function clearSessionCookie(): Promise<void> {
  const { name, options } = SESSION_COOKIE
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}
