'use server'

import { followHashtag, unfollowHashtag } from '@/lib/hashtags/commands'
import { press } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'

/** Lets the tweets of the hashtag `word` join the home timeline. */
export async function followHashtagAction(state: FormState, form: FormData): Promise<FormState> {
  return press('word', followHashtag, ({ display }) => ['hashtagFollowed', { display }])(state, form)
}

/** Lets them join it no more. */
export async function unfollowHashtagAction(state: FormState, form: FormData): Promise<FormState> {
  return press('word', unfollowHashtag, ({ display }) => ['hashtagUnfollowed', { display }])(state, form)
}
