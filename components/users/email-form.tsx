'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { changeEmailAction } from '@/lib/emails/actions'

/** Asks for one's email address to be changed; that needs the password, and the link that is mailed to the new one. */
export function EmailForm({ username }: { username: string }) {
  const { state, pending, form } = useForm(changeEmailAction)
  const { values, errors } = state
  return (
    <form {...form} noValidate aria-label="Change your email address" className="space-y-5">
      <Notice state={state} />
      {/* For a password manager, which then knows whose password is asked for. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <div key={state.status === 'done' ? state.at : 0} className="space-y-5">
        <TextField
          id="email"
          name="email"
          type="email"
          label="New email address"
          required
          autoComplete="email"
          defaultValue={values.email}
          error={errors.email}
        />
        <TextField
          id="email-password"
          name="password"
          type="password"
          label="Password"
          required
          autoComplete="current-password"
          error={errors.password}
        />
      </div>
      <Button aria-disabled={pending}>Change address</Button>
    </form>
  )
}
