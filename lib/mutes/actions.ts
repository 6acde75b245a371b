'use server'

import { press } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { mute, unmute } from '@/lib/mutes/commands'

/** Mutes the person called `username`. */
export async function muteAction(state: FormState, form: FormData): Promise<FormState> {
  return press('username', mute, ({ username }) => ['muted', { username }])(state, form)
}

/** Mutes no more the person called `username`. */
export async function unmuteAction(state: FormState, form: FormData): Promise<FormState> {
  return press('username', unmute, ({ username }) => ['unmuted', { username }])(state, form)
}
