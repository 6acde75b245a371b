'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { signIn, signOut } from '@/lib/auth/commands'
import { startSession } from '@/lib/auth/session'
import { action } from '@/lib/http/action'
import { clientOf } from '@/lib/http/client'
import type { FormState } from '@/lib/http/form'
import { localPath } from '@/lib/http/local-path'
import { clearSessionCookie, setSessionCookie } from '@/lib/http/session-cookie'
import { signUp } from '@/lib/users/commands'

/** Signs up with `username`, `email`, `password` and `name`, signs in, which ends the session that the browser had, and goes home. */
export async function signUpAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { username, email, password, name }) => {
    const me = await signUp({ username, email, password, ...(name?.trim() && { name }) })
    await signOut(viewer)
    await setSessionCookie(await startSession(me.id, clientOf(await headers())))
    redirect('/home')
  })
  return submit(state, form)
}

/** Signs in with `login` (username or email) and `password`, which ends the session that the browser had, and goes to `next` or home. */
export async function signInAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { login, password, next }) => {
    const subject = await signIn({ login, password }, clientOf(await headers()))
    await signOut(viewer)
    await setSessionCookie(subject)
    redirect(localPath(next))
  })
  return submit(state, form)
}

/** Ends this session and goes to the front page. */
export async function signOutAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer) => {
    await signOut(viewer)
    await clearSessionCookie()
    redirect('/')
  })
  return submit(state, form)
}
