'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { deleteAccountAction } from '@/lib/users/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

/** Deletes one's own account, after the password was typed again. */
export function DeleteAccountForm({ username, words }: { username: string; words: Templates<Key<'settingsForms'>> }) {
  const { state, pending, form } = useForm(deleteAccountAction)
  return (
    <form {...form} data-leaves noValidate aria-labelledby="delete-account" className="space-y-5 p-4">
      <h2 id="delete-account" className="font-bold text-lg">
        {fill(words, 'deleteTitle')}
      </h2>
      <p id="delete-account-warning" className="rounded-lg border border-danger px-3.5 py-2.5">
        <strong className="text-danger">{fill(words, 'deleteForGood')}</strong> {fill(words, 'deleteText')}
      </p>
      <Notice state={state} />
      {/* For a password manager, which then knows whose password is asked for. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <TextField
        id="password"
        name="password"
        type="password"
        label={fill(words, 'password')}
        required
        autoComplete="current-password"
        error={state.errors.password}
      />
      <Button variant="danger" aria-disabled={pending} aria-describedby="delete-account-warning">
        {fill(words, 'delete', { username })}
      </Button>
    </form>
  )
}
