'use server'

import { revalidatePath } from 'next/cache'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { markRead } from '@/lib/notifications/commands'

/** Marks the notification `upTo` and all older ones as read. */
export async function markReadAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { upTo }) => {
    await markRead(viewer, { upTo })
    revalidatePath('/', 'layout')
    return undefined
  })
  return submit(state, form)
}
