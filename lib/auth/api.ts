import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { tokenInput } from '@/lib/auth/schema'
import { operation } from '@/lib/http/operation'

const tokenPair = z
  .object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int(), refresh_token: z.string(), scope: z.string() })
  .meta({ id: 'TokenPair', description: 'expires_in counts seconds. The refresh token is good once.' })

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
