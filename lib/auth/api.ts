import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { revokeInput, tokenInput } from '@/lib/auth/schema'
import { verifyEmailInput } from '@/lib/emails/schema'
import { operation } from '@/lib/http/operation'
import { pageOf, pageParams } from '@/lib/page'
import { forgotPasswordInput, resetPasswordInput } from '@/lib/passwords/schema'
import { sessionView } from '@/lib/sessions/schema'

const tokenPair = z
  .object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int(), refresh_token: z.string(), scope: z.string() })
  .meta({ id: 'TokenPair', description: 'expires_in counts seconds. The refresh token is good once.' })

const sessionPath = z.object({ id: z.uuid() })

const nextAuth = (summary: string) => ({
  summary,
  tags: ['Auth'],
  security: [],
  responses: { 200: { description: 'As NextAuth answers it.' } },
})

export const authPaths: ZodOpenApiPathsObject = {
  '/api/auth/token': {
    post: operation({
      summary: 'Get a pair of tokens for a password or a refresh token',
      tag: 'Auth',
      who: 'anybody',
      body: tokenInput,
      form: true,
      returns: tokenPair,
    }),
  },
  '/api/auth/revoke': {
    post: operation({
      summary: 'End the sign-in that a token belongs to (RFC 7009); 200 for any token',
      tag: 'Auth',
      who: 'anybody',
      body: revokeInput,
      form: true,
      returns: z.object({}),
    }),
  },
  '/api/auth/verify-email': {
    post: operation({
      summary: 'Show that an address is mine, by the token of a mailed link',
      tag: 'Auth',
      who: 'anybody',
      body: verifyEmailInput,
      status: 204,
      errors: ['conflict'],
    }),
  },
  '/api/auth/forgot-password': {
    post: operation({
      summary: 'Have a link mailed to choose a new password; the answer is the same for every address',
      tag: 'Auth',
      who: 'anybody',
      body: forgotPasswordInput,
      status: 204,
    }),
  },
  '/api/auth/reset-password': {
    post: operation({
      summary: 'Choose a new password, by the token of a mailed link; every session ends',
      tag: 'Auth',
      who: 'anybody',
      body: resetPasswordInput,
      status: 204,
    }),
  },
  '/api/auth/sessions': {
    get: operation({ summary: 'Where I am signed in', tag: 'Auth', who: 'signed in', query: pageParams, returns: pageOf(sessionView) }),
    delete: operation({ summary: 'Sign out everywhere but here', tag: 'Auth', who: 'signed in', status: 204 }),
  },
  '/api/auth/sessions/{id}': {
    delete: operation({ summary: 'End one of my sessions', tag: 'Auth', who: 'signed in', path: sessionPath, status: 204 }),
  },
  '/api/auth/{nextauth}': {
    parameters: [
      {
        name: 'nextauth',
        in: 'path',
        required: true,
        schema: { type: 'string' },
        description: 'session, csrf, providers, signin; callback/credentials, signout.',
      },
    ],
    get: nextAuth('NextAuth, for the browser'),
    post: nextAuth('NextAuth, for the browser'),
  },
}
