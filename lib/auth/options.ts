import type { AuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { signIn } from '@/lib/auth/commands'
import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { endSession, findViewer } from '@/lib/auth/session'
import { SESSION_MAX_SECONDS, signToken, verifyToken } from '@/lib/auth/token'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { clientOf } from '@/lib/http/client'
import { localPath } from '@/lib/http/local-path'

declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string
  }
}

declare module 'next-auth' {
  interface User {
    sid?: string
  }
}

/**
 * NextAuth, for the browser: one provider (a password), and a session that is a signed JWT made by jose in place of NextAuth's
 * own encryption. The token is good only while its session's row is there, so signing out takes effect everywhere at once.
 */
export const authOptions: AuthOptions = {
  secret: env.AUTH_SECRET,
  providers: [
    Credentials({
      credentials: { username: { label: 'Username or email' }, password: { label: 'Password', type: 'password' } },
      authorize: async (input, request) => {
        try {
          const { userId, sessionId } = await signIn(
            { login: input?.username, password: input?.password },
            clientOf(new Headers(request.headers as Record<string, string>)),
          )
          return { id: userId, sid: sessionId }
        } catch (error) {
          if (error instanceof AppError && /^(validation_failed|forbidden)$/.test(error.code)) return null
          throw error
        }
      },
    }),
  ],
  session: { strategy: 'jwt', maxAge: SESSION_MAX_SECONDS },
  cookies: { sessionToken: SESSION_COOKIE },
  pages: { signIn: '/login', error: '/login' },
  jwt: {
    encode: ({ token }) => signToken('session', { userId: token?.sub ?? '', sessionId: token?.sid ?? '' }),
    decode: async ({ token }) => {
      const subject = token ? await verifyToken('session', token) : null
      const viewer = subject && (await findViewer(subject))
      return viewer && { sub: viewer.id, sid: viewer.sessionId, name: viewer.name }
    },
  },
  callbacks: {
    redirect: ({ url, baseUrl }) =>
      url === baseUrl ? url : `${baseUrl}${localPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url)}`,
    jwt: ({ token, user }) => (user?.sid ? { sub: user.id, sid: user.sid } : token),
    session: ({ session, token }) => ({ expires: session.expires, user: { id: token.sub, name: token.name } }),
  },
  events: {
    signOut: async ({ token }) => {
      if (token?.sid) await endSession(token.sid)
    },
  },
}
