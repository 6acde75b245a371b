'use server'

import { revalidatePath } from 'next/cache'
import { block, unblock } from '@/lib/blocks/commands'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'

/** Blocks the person called `username`. */
export async function blockAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, fields) => {
    const { username } = await block(viewer, fields.username)
    revalidatePath('/', 'layout')
    return `You block @${username}. Neither of you sees the other now.`
  })
  return submit(state, form)
}

/** Blocks no more the person called `username`. */
export async function unblockAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, fields) => {
    const { username } = await unblock(viewer, fields.username)
    revalidatePath('/', 'layout')
    return `You no longer block @${username}.`
  })
  return submit(state, form)
}
