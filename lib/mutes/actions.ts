'use server'

import { press } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { mute, unmute } from '@/lib/mutes/commands'

/** Mutes the person called `username`. */
export async function muteAction(state: FormState, form: FormData): Promise<FormState> {
  return press('username', mute, ({ username }) => `You hear nothing of @${username} now, and they do not know.`)(state, form)
}

/** Mutes no more the person called `username`. */
export async function unmuteAction(state: FormState, form: FormData): Promise<FormState> {
  return press('username', unmute, ({ username }) => `You hear of @${username} again.`)(state, form)
}
