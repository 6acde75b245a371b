import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/options'
import { env } from '@/lib/env'
import { AppError, notFound } from '@/lib/errors'
import { observed, unrouted } from '@/lib/http/route'

/** NextAuth's endpoints that Linnet serves, by method; its own HTML pages are not among them. */
const SERVED = {
  GET: ['session', 'csrf', 'providers', 'signin', 'error'],
  POST: ['callback/credentials', 'signin/credentials', 'signout', 'session', '_log'],
}

type Context = { params: Promise<{ nextauth: string[] }> }

/** The route handlers of `/api/auth/[...nextauth]`. */
export const nextAuthRoutes = {
  ...unrouted(() => new AppError('method_not_allowed', 'Use GET or POST.', { headers: { Allow: 'GET, POST' } })),
  GET: serve('GET'),
  POST: serve('POST'),
}

function serve(method: 'GET' | 'POST') {
  return (request: NextRequest, context: Context) =>
    observed(request, async () => {
      const path = (await context.params).nextauth.join('/')
      if (!SERVED[method].includes(path)) throw notFound('path in this API')
      // NextAuth reads its own address only from here.
      process.env.NEXTAUTH_URL ??= env.APP_URL
      const response: Response = await NextAuth(request, context, authOptions)
      return new Response(response.body, response)
    })
}
