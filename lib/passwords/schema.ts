import { z } from 'zod'
import { mailedToken } from '@/lib/emails/schema'
import { email } from '@/lib/users/schema'

const chosen = (name: string) => z.string({ error: `${name} must be text.` }).meta({ minLength: 8, maxLength: 128 })

export const changePasswordInput = z
  .strictObject({ currentPassword: z.string({ error: 'currentPassword must be text.' }), newPassword: chosen('newPassword') })
  .meta({ id: 'PasswordChange' })

export const forgotPasswordInput = z.strictObject({ email }).meta({ id: 'ForgottenPassword' })

export const resetPasswordInput = z.strictObject({ token: mailedToken, password: chosen('password') }).meta({ id: 'PasswordReset' })
