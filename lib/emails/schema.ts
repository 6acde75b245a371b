import { z } from 'zod'
import { email } from '@/lib/users/schema'

/** The token of a link that was mailed. */
export const mailedToken = z
  .string({ error: 'token must be text.' })
  .meta({ description: 'From the link in the mail. Good once, for an hour.' })

export const verifyEmailInput = z.strictObject({ token: mailedToken }).meta({ id: 'EmailVerification' })

export const changeEmailInput = z
  .strictObject({ email, password: z.string({ error: 'password must be text.' }) })
  .meta({ id: 'EmailChange', description: 'The address changes when the link that is mailed to it is opened.' })
