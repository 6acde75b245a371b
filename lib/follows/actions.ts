'use server'

import { revalidatePath } from 'next/cache'
import { follow, unfollow } from '@/lib/follows/commands'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'

/** Follows the person called `username`. */
export async function followAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, fields) => {
    const { username } = await follow(viewer, fields.username)
    revalidatePath('/', 'layout')
    return `You follow @${username}.`
  })
  return submit(state, form)
}

/** Stops following the person called `username`. */
export async function unfollowAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, fields) => {
    const { username } = await unfollow(viewer, fields.username)
    revalidatePath('/', 'layout')
    return `You no longer follow @${username}.`
  })
  return submit(state, form)
}
