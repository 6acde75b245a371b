'use server'

import { revalidatePath } from 'next/cache'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { mute, unmute } from '@/lib/mutes/commands'

/** Mutes the person called `username`. */
export async function muteAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, fields) => {
    const { username } = await mute(viewer, fields.username)
    revalidatePath('/', 'layout')
    return `You hear nothing of @${username} now, and they do not know.`
  })
  return submit(state, form)
}

/** Mutes no more the person called `username`. */
export async function unmuteAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, fields) => {
    const { username } = await unmute(viewer, fields.username)
    revalidatePath('/', 'layout')
    return `You hear of @${username} again.`
  })
  return submit(state, form)
}
