'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { changePasswordAction } from '@/lib/passwords/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

/** Changes one's password. */
export function PasswordForm({ username, words }: { username: string; words: Templates<Key<'settingsForms'>> }) {
  const { state, pending, form } = useForm(changePasswordAction)
  return (
    <form {...form} noValidate className="space-y-5 p-4">
      <p className="text-ink-muted">{fill(words, 'passwordText')}</p>
      <Notice state={state} />
      {/* For a password manager, which then knows whose password is changed. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <div key={state.status === 'done' ? state.at : 0} className="space-y-5">
        <TextField
          id="currentPassword"
          name="currentPassword"
          type="password"
          label={fill(words, 'currentPassword')}
          required
          autoComplete="current-password"
          hint={
            <>
              {fill(words, 'notSure')}{' '}
              <Link href="/forgot-password" className="text-accent underline">
                {fill(words, 'mailLink')}
              </Link>
            </>
          }
          error={state.errors.currentPassword}
        />
        <TextField
          id="newPassword"
          name="newPassword"
          type="password"
          label={fill(words, 'newPassword')}
          required
          autoComplete="new-password"
          hint={fill(words, 'passwordHint')}
          error={state.errors.newPassword}
        />
      </div>
      <Button aria-disabled={pending}>{fill(words, 'changePassword')}</Button>
    </form>
  )
}
