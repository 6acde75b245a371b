'use client'

import { MailedLinkForm } from '@/components/auth/mailed-link-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { resetPasswordAction } from '@/lib/passwords/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

/** Chooses a new password by the token of a mailed link. */
export function ResetPasswordForm({ token, words }: { token: string; words: Templates<Key<'authForms'>> }) {
  return (
    <MailedLinkForm
      action={resetPasswordAction}
      token={token}
      onward={{ href: '/login', label: fill(words, 'goSignIn') }}
      another="/forgot-password"
      words={words}
    >
      {({ errors }, pending) => (
        <>
          <TextField
            id="password"
            name="password"
            type="password"
            label={fill(words, 'newPassword')}
            required
            autoComplete="new-password"
            hint={fill(words, 'passwordHint')}
            error={errors.password}
          />
          <Button size="large" className="w-full" aria-disabled={pending}>
            {fill(words, 'changePassword')}
          </Button>
        </>
      )}
    </MailedLinkForm>
  )
}
