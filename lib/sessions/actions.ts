'use server'

import { press } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { endMySession, endOtherSessions } from '@/lib/sessions/commands'

/** Ends one's session called `id`. */
export async function endSessionAction(state: FormState, form: FormData): Promise<FormState> {
  return press('id', endMySession, () => 'sessionEnded')(state, form)
}

/** Ends every session of one's own but this one. */
export async function endOtherSessionsAction(state: FormState, form: FormData): Promise<FormState> {
  return press('', endOtherSessions, () => 'sessionsEnded')(state, form)
}
