'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { changePasswordAction } from '@/lib/passwords/actions'

/** Changes one's password. */
export function PasswordForm({ username }: { username: string }) {
  const { state, pending, form } = useForm(changePasswordAction)
  return (
    <form {...form} noValidate className="space-y-5 p-4">
      <p className="text-ink-muted">When you change it, you are signed out everywhere but here.</p>
      <Notice state={state} />
      {/* For a password manager, which then knows whose password is changed. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <div key={state.status === 'done' ? state.at : 0} className="space-y-5">
        <TextField
          id="currentPassword"
          name="currentPassword"
          type="password"
          label="Current password"
          required
          autoComplete="current-password"
          hint={
            <>
              Not sure any more?{' '}
              <Link href="/forgot-password" className="text-accent underline">
                Have a link mailed to you
              </Link>
            </>
          }
          error={state.errors.currentPassword}
        />
        <TextField
          id="newPassword"
          name="newPassword"
          type="password"
          label="New password"
          required
          autoComplete="new-password"
          hint="At least 8 characters."
          error={state.errors.newPassword}
        />
      </div>
      <Button aria-disabled={pending}>Change password</Button>
    </form>
  )
}
