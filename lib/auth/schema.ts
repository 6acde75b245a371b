import { z } from 'zod'

/** What somebody signs in with. */
export const credentials = z.object({
  login: z.string({ error: 'login must be text.' }).trim().min(1, { error: 'Type your username or email address.' }),
  password: z.string({ error: 'password must be text.' }).min(1, { error: 'Type your password.' }),
})

/** What the revocation endpoint takes (RFC 7009 §2.1). */
export const revokeInput = z.object({ token: z.string(), token_type_hint: z.string().optional() })

/** What the token endpoint takes (RFC 6749 §4.3.2, §6). */
export const tokenInput = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('password'),
    username: z.string().meta({ description: 'Username or email address.' }),
    password: z.string(),
    scope: z.string().optional(),
  }),
  z.object({ grant_type: z.literal('refresh_token'), refresh_token: z.string(), scope: z.string().optional() }),
])
