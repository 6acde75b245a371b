'use server'

import { press } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { retweet, unretweet } from '@/lib/retweets/commands'

/** Retweets the tweet `id`. */
export async function retweetAction(state: FormState, form: FormData): Promise<FormState> {
  return press('id', retweet, () => 'retweeted')(state, form)
}

/** Takes the retweet back of the tweet `id`. */
export async function unretweetAction(state: FormState, form: FormData): Promise<FormState> {
  return press('id', unretweet, () => 'unretweeted')(state, form)
}
