'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { clearSessionCookie } from '@/lib/http/session-cookie'
import { deleteAccount, editProfile } from '@/lib/users/commands'

/** Saves `name`, `bio`, `location` and `website` of one's own profile. */
export async function editProfileAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { name, bio, location, website }) => {
    await editProfile(viewer, { name, bio, location, website })
    revalidatePath('/', 'layout')
    return 'Your profile was saved.'
  })
  return submit(state, form)
}

/** Deletes one's own account; `password` must be right. */
export async function deleteAccountAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { password }) => {
    await deleteAccount(viewer, { password })
    await clearSessionCookie()
    redirect('/')
  })
  return submit(state, form)
}
