'use server'

import { revalidatePath } from 'next/cache'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { changePassword, requestPasswordReset, resetPassword } from '@/lib/passwords/commands'

/** Changes one's password from `currentPassword` to `newPassword`. */
export async function changePasswordAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { currentPassword, newPassword }) => {
    await changePassword(viewer, { currentPassword, newPassword })
    revalidatePath('/settings/sessions')
    return 'passwordChanged'
  })
  return submit(state, form)
}

/** Has a link mailed to `email` by which a new password is chosen. */
export async function forgotPasswordAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (_viewer, { email }) => {
    await requestPasswordReset({ email })
    return ['passwordAsked', { email: String(email).trim() }]
  })
  return submit(state, form)
}

/** Chooses the new `password` by the `token` of a mailed link. */
export async function resetPasswordAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (_viewer, { token, password }) => {
    await resetPassword({ token, password })
    return 'passwordReset'
  })
  return submit(state, form)
}
