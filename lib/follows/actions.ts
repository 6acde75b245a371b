'use server'

import { follow, unfollow } from '@/lib/follows/commands'
import { press } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'

/** Follows the person called `username`. */
export async function followAction(state: FormState, form: FormData): Promise<FormState> {
  return press('username', follow, ({ username }) => ['followed', { username }])(state, form)
}

/** Stops following the person called `username`. */
export async function unfollowAction(state: FormState, form: FormData): Promise<FormState> {
  return press('username', unfollow, ({ username }) => ['unfollowed', { username }])(state, form)
}
