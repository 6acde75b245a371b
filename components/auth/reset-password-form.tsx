'use client'

import Link from 'next/link'
import { DeadLink } from '@/components/auth/dead-link'
import { Button, buttonLook } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { resetPasswordAction } from '@/lib/passwords/actions'

/** Chooses a new password by the token of a mailed link. */
export function ResetPasswordForm({ token }: { token: string }) {
  const { state, pending, form } = useForm(resetPasswordAction)
  return (
    <form {...form} noValidate className="space-y-5">
      <Notice state={state} />
      {state.status === 'done' ? (
        <Link href="/login" className={buttonLook({ size: 'large' })}>
          Sign in
        </Link>
      ) : (
        <>
          <DeadLink error={state.errors.token} href="/forgot-password">
            Ask for a new one.
          </DeadLink>
          <input type="hidden" name="token" value={token} />
          <TextField
            id="password"
            name="password"
            type="password"
            label="New password"
            required
            autoComplete="new-password"
            hint="At least 8 characters."
            error={state.errors.password}
          />
          <Button size="large" className="w-full" aria-disabled={pending}>
            Change password
          </Button>
        </>
      )}
    </form>
  )
}
