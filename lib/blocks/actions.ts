'use server'

import { block, unblock } from '@/lib/blocks/commands'
import { press } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'

/** Blocks the person called `username`. */
export async function blockAction(state: FormState, form: FormData): Promise<FormState> {
  return press('username', block, ({ username }) => ['blocked', { username }])(state, form)
}

/** Blocks no more the person called `username`. */
export async function unblockAction(state: FormState, form: FormData): Promise<FormState> {
  return press('username', unblock, ({ username }) => ['unblocked', { username }])(state, form)
}
