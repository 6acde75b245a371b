'use client'

import { MailedLinkForm } from '@/components/auth/mailed-link-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { resetPasswordAction } from '@/lib/passwords/actions'

/** Chooses a new password by the token of a mailed link. */
export function ResetPasswordForm({ token }: { token: string }) {
  return (
    <MailedLinkForm
      action={resetPasswordAction}
      token={token}
      onward={{ href: '/login', label: 'Go on to sign in' }}
      another="/forgot-password"
    >
      {({ errors }, pending) => (
        <>
          <TextField
            id="password"
            name="password"
            type="password"
            label="New password"
            required
            autoComplete="new-password"
            hint="At least 8 characters."
            error={errors.password}
          />
          <Button size="large" className="w-full" aria-disabled={pending}>
            Change password
          </Button>
        </>
      )}
    </MailedLinkForm>
  )
}
