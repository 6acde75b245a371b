'use server'

import { bookmarkTweet, unbookmarkTweet } from '@/lib/bookmarks/commands'
import { press } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'

/** Keeps for later the tweet `id`. */
export async function bookmarkAction(state: FormState, form: FormData): Promise<FormState> {
  return press('id', bookmarkTweet, () => 'bookmarked')(state, form)
}

/** Keeps no longer the tweet `id`. */
export async function unbookmarkAction(state: FormState, form: FormData): Promise<FormState> {
  return press('id', unbookmarkTweet, () => 'unbookmarked')(state, form)
}
