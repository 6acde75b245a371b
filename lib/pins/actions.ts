'use server'

import { press } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { pinTweet, unpinTweet } from '@/lib/pins/commands'

/** Pins to the profile the tweet `id`. */
export async function pinAction(state: FormState, form: FormData): Promise<FormState> {
  return press('id', pinTweet, () => 'pinned')(state, form)
}

/** Unpins from the profile the tweet `id`. */
export async function unpinAction(state: FormState, form: FormData): Promise<FormState> {
  return press('id', unpinTweet, () => 'unpinned')(state, form)
}
