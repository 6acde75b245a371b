'use server'

import { revalidatePath } from 'next/cache'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { createReport, resolveReport } from '@/lib/reports/commands'

/** Reports the tweet `tweetId` or the person called `username`, for a `reason` and with a `note`. */
export async function reportAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { tweetId, username, reason, note }) => {
    await createReport(viewer, { ...(tweetId && { tweetId }), ...(username && { username }), reason, note })
    return 'reported'
  })
  return submit(state, form)
}

const DONE = { dismiss: 'reportDismissed', remove: 'tweetRemoved', suspend: 'accountSuspended' } as const

/** Resolves the report `id` by an `action`, with a `note` for the log. */
export async function resolveReportAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { id, action: chosen, note }) => {
    const { resolution } = await resolveReport(viewer, id, { action: chosen, note })
    revalidatePath('/', 'layout')
    return resolution ? DONE[resolution] : undefined
  })
  return submit(state, form)
}
