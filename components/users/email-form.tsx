'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { changeEmailAction } from '@/lib/emails/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

/** Asks for one's email address to be changed; that needs the password, and the link that is mailed to the new one. */
export function EmailForm({ username, words }: { username: string; words: Templates<Key<'settingsForms'>> }) {
  const { state, pending, form } = useForm(changeEmailAction)
  const { values, errors } = state
  return (
    <form {...form} noValidate aria-label={fill(words, 'changeEmail')} className="space-y-5">
      <Notice state={state} />
      {/* For a password manager, which then knows whose password is asked for. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <div key={state.status === 'done' ? state.at : 0} className="space-y-5">
        <TextField
          id="email"
          name="email"
          type="email"
          label={fill(words, 'newEmail')}
          required
          autoComplete="email"
          defaultValue={values.email}
          error={errors.email}
        />
        <TextField
          id="email-password"
          name="password"
          type="password"
          label={fill(words, 'password')}
          required
          autoComplete="current-password"
          error={errors.password}
        />
      </div>
      <Button aria-disabled={pending}>{fill(words, 'changeAddress')}</Button>
    </form>
  )
}
