import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { z } from 'zod'
import { signOut } from '@/lib/auth/commands'
import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { authOptions } from '@/lib/auth/options'
import { env } from '@/lib/env'
import { AppError, notFound } from '@/lib/errors'
import { readFields, toFields } from '@/lib/http/body'
import { isForeign } from '@/lib/http/origin'
import { observed, unrouted } from '@/lib/http/route'
import { cookieHolder, crossSite } from '@/lib/http/who'
import { limitRequests } from '@/lib/rate-limit'
import { parse } from '@/lib/validate'

/** NextAuth's endpoints that Linnet serves, by method; its own HTML pages are not among them. */
const SERVED = {
  GET: ['session', 'csrf', 'providers', 'signin', 'error'],
  POST: ['callback/credentials', 'signin/credentials', 'signout', '_log'],
}

const address = z.string().refine(isAddress, { error: 'callbackUrl must be an address.' })

/** What NextAuth is given: it trusts its input to be text, and addresses to be addresses. */
const input = z
  .object({
    callbackUrl: address.optional(),
    error: z
      .string()
      .regex(/^\w{1,50}$/, { error: 'error must be a word.' })
      .optional(),
  })
  .catchall(z.string({ error: 'Every field must be text.' }))

/** The cookie in which NextAuth keeps an address, by the names that it has over http and over https. */
const KEPT_ADDRESS = ['next-auth.callback-url', '__Secure-next-auth.callback-url']

const ALLOW = 'GET, HEAD, POST, OPTIONS'

type Context = { params: Promise<{ nextauth: string[] }> }

/** The route handlers of `/api/auth/[...nextauth]`. */
export const nextAuthRoutes = {
  ...unrouted(() => new AppError('method_not_allowed', `Use one of ${ALLOW}.`, { headers: { Allow: ALLOW } })),
  GET: serve('GET'),
  HEAD: async (request: NextRequest, context: Context) =>
    new Response(null, await serve('GET')(new NextRequest(request, { method: 'GET' }), context)),
  POST: serve('POST'),
  OPTIONS: (request: NextRequest) => observed(request, async () => new Response(null, { status: 204, headers: { Allow: ALLOW } })),
}

/** NextAuth takes the cookie away also where the event that ends the session failed; then the request must fail instead. */
async function signOutFully(request: NextRequest, { headers }: Response): Promise<void> {
  if (headers.getSetCookie().some((cookie) => cookie.startsWith(`${SESSION_COOKIE.name}=;`)))
    await signOut(await cookieHolder(request.cookies.get(SESSION_COOKIE.name)?.value))
}

/** As NextAuth reads it, which answers 500 to what is none. */
function isAddress(url: string): boolean {
  const base = url.startsWith('/') ? env.APP_URL : undefined
  return /^[\x21-\x7e]+$/.test(url) && URL.canParse(url, base) && /^https?:$/.test(new URL(url, base).protocol)
}

function serve(method: 'GET' | 'POST') {
  return (request: NextRequest, context: Context) =>
    observed(request, async () => {
      const path = (await context.params).nextauth.join('/')
      if (!SERVED[method].includes(path)) throw notFound('path in this API')
      await limitRequests(null)
      // NextAuth has a token against other sites; its cookie is as good as they let it be.
      const session = request.cookies.has(SESSION_COOKIE.name)
      if (method === 'POST' && isForeign(request.headers, { appUrl: env.APP_URL, session })) throw crossSite()
      parse(input, toFields(request.nextUrl.searchParams))
      for (const name of KEPT_ADDRESS) parse(input, { callbackUrl: request.cookies.get(name)?.value || undefined })
      if (method === 'POST') parse(input, (await readFields(request.clone())) ?? {})
      // NextAuth reads its own address only from here.
      process.env.NEXTAUTH_URL ??= env.APP_URL
      const response: Response = await NextAuth(request, context, authOptions)
      if (path === 'signout' && method === 'POST') await signOutFully(request, response)
      return new Response(response.body, response)
    })
}
