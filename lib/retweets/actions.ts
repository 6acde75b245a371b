'use server'

import { revalidatePath } from 'next/cache'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { retweet, unretweet } from '@/lib/retweets/commands'

/** Retweets the tweet `id`. */
export async function retweetAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { id }) => {
    await retweet(viewer, id)
    revalidatePath('/', 'layout')
    return 'You retweeted this.'
  })
  return submit(state, form)
}

/** Takes the retweet back of the tweet `id`. */
export async function unretweetAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { id }) => {
    await unretweet(viewer, id)
    revalidatePath('/', 'layout')
    return 'Your retweet was taken back.'
  })
  return submit(state, form)
}
