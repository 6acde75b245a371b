'use server'

import { revalidatePath } from 'next/cache'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { pinTweet, unpinTweet } from '@/lib/pins/commands'

/** Pins to the profile the tweet `id`. */
export async function pinAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { id }) => {
    await pinTweet(viewer, id)
    revalidatePath('/', 'layout')
    return 'Pinned to your profile.'
  })
  return submit(state, form)
}

/** Unpins from the profile the tweet `id`. */
export async function unpinAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { id }) => {
    await unpinTweet(viewer, id)
    revalidatePath('/', 'layout')
    return 'No longer pinned to your profile.'
  })
  return submit(state, form)
}
