'use server'

import { revalidatePath } from 'next/cache'
import { requestEmailChange, requestVerification, verifyEmail } from '@/lib/emails/commands'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'

/** Has the link mailed again by which one shows that one's address is one's own. */
export async function sendVerificationAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer) => {
    await requestVerification(viewer)
    return 'verificationSent'
  })
  return submit(state, form)
}

/** Has a link mailed to `email`, by which it becomes one's address; `password` must be right. */
export async function changeEmailAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { email, password }) => {
    await requestEmailChange(viewer, { email, password })
    return ['emailAsked', { email: String(email).trim() }]
  })
  return submit(state, form)
}

/** Takes the `token` of a mailed link. */
export async function verifyEmailAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (_viewer, { token }) => {
    await verifyEmail({ token })
    revalidatePath('/settings/account')
    return 'emailVerified'
  })
  return submit(state, form)
}
