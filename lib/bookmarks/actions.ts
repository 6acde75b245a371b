'use server'

import { revalidatePath } from 'next/cache'
import { bookmarkTweet, unbookmarkTweet } from '@/lib/bookmarks/commands'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'

/** Keeps for later the tweet `id`. */
export async function bookmarkAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { id }) => {
    await bookmarkTweet(viewer, id)
    revalidatePath('/', 'layout')
    return 'Kept in your bookmarks.'
  })
  return submit(state, form)
}

/** Keeps no longer the tweet `id`. */
export async function unbookmarkAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { id }) => {
    await unbookmarkTweet(viewer, id)
    revalidatePath('/', 'layout')
    return 'Taken out of your bookmarks.'
  })
  return submit(state, form)
}
