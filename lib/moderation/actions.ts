'use server'

import { press } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { restore } from '@/lib/moderation/commands'

/** Restores the person called `username`. */
export async function restoreAction(state: FormState, form: FormData): Promise<FormState> {
  return press('username', restore, ({ user: { username } }) => ['restored', { username }])(state, form)
}
