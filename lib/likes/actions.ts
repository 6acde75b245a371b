'use server'

import { revalidatePath } from 'next/cache'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { likeTweet, unlikeTweet } from '@/lib/likes/commands'

/** Likes the tweet `id`. */
export async function likeAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { id }) => {
    await likeTweet(viewer, id)
    revalidatePath('/', 'layout')
    return 'You like this tweet.'
  })
  return submit(state, form)
}

/** Takes the like back from the tweet `id`. */
export async function unlikeAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { id }) => {
    await unlikeTweet(viewer, id)
    revalidatePath('/', 'layout')
    return 'You no longer like this tweet.'
  })
  return submit(state, form)
}
