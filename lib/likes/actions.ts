'use server'

import { press } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { likeTweet, unlikeTweet } from '@/lib/likes/commands'

/** Likes the tweet `id`. */
export async function likeAction(state: FormState, form: FormData): Promise<FormState> {
  return press('id', likeTweet, () => 'liked')(state, form)
}

/** Takes the like back from the tweet `id`. */
export async function unlikeAction(state: FormState, form: FormData): Promise<FormState> {
  return press('id', unlikeTweet, () => 'unliked')(state, form)
}
